package io.leeway.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A file that holds 32 random bytes in hex, readable by its owner alone. */
final class KeyFile {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /**
     * The key in a file, which is made where there is none.
     *
     * @param lost what is lost with the key, for the sentence that says so
     * @throws IOException with a sentence, when the file is not what was written once
     */
    static byte[] read(Path file, String lost) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notHex) {
            // Said below.
        }
        throw new IOException(file.toAbsolutePath() + " is damaged: bring it back from a copy; without it " + lost);
    }

    /** Nobody else can read it from its first moment on; it is whole or not there. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        Files.writeString(
                unfinished, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        Files.move(unfinished, file);
    }
}
