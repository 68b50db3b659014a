package io.leeway.app;

import io.leeway.notify.FilesMail;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.yaml.InvalidYamlException;
import io.leeway.yaml.YamlFile;
import io.leeway.yaml.YamlProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says what became of the alert files: to the rules, which go on by them, and by mail to whoever runs the service, once when
 * they cannot be used and once when they can again.
 *
 * @param mail as those in use say by now
 * @param told called when something follows: other files are in use, or a mail waits
 */
record AlertNews(Store store, Supplier<FilesMail> mail, InstantSource clock, Runnable told) {
    /** How much of a digest tells one content from another. */
    private static final int NAME = 12;

    /**
     * The files can be used.
     *
     * @param commit remembers them, if they are others
     */
    void usable(Changes commit) {
        new KeptAlerts(store).broken().ifPresent(name -> {
            boolean unused = mail.get().mended(name, clock.instant(), commit);
            KeptAlerts.mended(commit);
        });
        if (!commit.isEmpty()) {
            store.commit(commit);
            told.run();
        }
    }

    /** The files cannot be used. What was told of the same once is not told again. */
    void broken(List<YamlFile> files, InvalidYamlException why) {
        String name = name(files);
        Changes commit = new Changes();
        List<String> problems =
                why.problems().stream().map(YamlProblem::toString).toList();
        if (mail.get().broken(name, problems, clock.instant(), commit)) {
            KeptAlerts.broken(name, commit);
            store.commit(commit);
            told.run();
        }
    }

    private static String name(List<YamlFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> {
                digest.update(file.name().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(file.text().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
