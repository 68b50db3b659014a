package io.leeway.mail;

import io.leeway.notify.Fate;
import io.leeway.notify.Mailer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Where no mail server is configured, every mail becomes a file {@code incident.number.eml} that a mail client opens. */
public final class EmlFolder implements Mailer {
    private final Path folder;

    public EmlFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, Fate> deliver(Envelope envelope) {
        Fate fate = write(envelope);
        Map<String, Fate> fates = new HashMap<>();
        envelope.recipients().forEach(recipient -> fates.put(recipient, fate));
        return fates;
    }

    /** {@inheritDoc} A file that cannot be deleted stays. */
    @Override
    public void forget(String incident) {
        String name = fileName(incident) + ".";
        File[] files = folder.toFile().listFiles((in, file) -> file.startsWith(name));
        Stream.of(Objects.requireNonNullElse(files, new File[0])).forEach(file -> {
            var unused = file.delete();
        });
    }

    private static String fileName(String name) {
        return name.replaceAll("[^a-z0-9.]", "_");
    }

    private Fate write(Envelope envelope) {
        String name = fileName(envelope.name());
        try {
            Files.createDirectories(folder);
            Path part = Files.write(folder.resolve(name + ".part"), envelope.mail());
            Files.move(part, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
            return new Fate.Accepted();
        } catch (IOException e) {
            return new Fate.Deferred(Fate.Cause.SERVER, "writing " + name + ".eml to " + folder + ": " + e);
        }
    }
}
