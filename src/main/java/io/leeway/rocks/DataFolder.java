package io.leeway.rocks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder in which one service, and only one at a time, keeps everything it must remember. */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process until it is closed or ends, creating it where it is missing.
     *
     * @throws IOException with a sentence, when another process has it or it cannot be written
     */
    public static DataFolder open(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel file = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            throw new IOException("the data folder " + path.toAbsolutePath()
                    + " is used by another Leeway; stop that one, or give this one a folder of its own");
        }
        return new DataFolder(path, file);
    }

    /** Where the tables stand. */
    public Path state() {
        return path.resolve("state");
    }

    /** Where the journal stands. */
    public Path journal() {
        return path.resolve("journal");
    }

    /** Where the key stands by which values are hashed. */
    public Path hashKey() {
        return path.resolve("hash.key");
    }

    /** Where the key stands by which links in mails are signed. */
    public Path linkKey() {
        return path.resolve("link.key");
    }

    /** Lets others have the folder; a second time does nothing. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }
}
