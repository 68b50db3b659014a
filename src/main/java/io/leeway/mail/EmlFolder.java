package io.leeway.mail;

import io.leeway.notify.Fate;
import io.leeway.notify.Mailer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

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

    private Fate write(Envelope envelope) {
        String name = envelope.name().replaceAll("[^a-z0-9.]", "_");
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
