package io.leeway.rocks;

import io.leeway.state.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** What RocksDB's errors mean to the one who runs the service. */
final class Failures {
    private Failures() {}

    /** A failed call on an open database. */
    static StoreException of(String what, RocksDBException failure) {
        return new StoreException(
                "cannot " + what + ": " + (full(failure) ? "the disk is full" : failure.getMessage()),
                full(failure),
                failure);
    }

    /** A disk that takes no files, after a write has failed. */
    static StoreException ofDisk(Path folder, IOException failure) {
        boolean full = saysFull(failure.getMessage());
        return new StoreException(
                "cannot write in " + folder + ": " + (full ? "the disk is full" : failure.toString()), full, failure);
    }

    /** A database that failed and could not be opened again yet. */
    static StoreException notOpen(Path folder) {
        String sentence = folder + " cannot be read until it can be opened again; it is tried again and again";
        return new StoreException(sentence, false, new RocksDBException(sentence));
    }

    /** A database that cannot be opened. */
    static StoreException atOpening(Path folder, RocksDBException failure) {
        return new StoreException(sentence(folder, failure), full(failure), failure);
    }

    static StoreException unknownTables(Path folder, String tables) {
        String sentence = folder + " holds tables this release does not know (" + tables
                + "): it was written by a later release; start that one, or give this one another data folder";
        return new StoreException(sentence, false, new RocksDBException(sentence));
    }

    /** Whether there is no space left on the disk. */
    static boolean full(RocksDBException failure) {
        return Optional.ofNullable(failure.getStatus())
                        .map(Status::getSubCode)
                        .filter(code -> code == Status.SubCode.NoSpace)
                        .isPresent()
                || saysFull(failure.getMessage());
    }

    private static boolean saysFull(@Nullable String message) {
        return String.valueOf(message).contains("No space left on device");
    }

    private static String sentence(Path folder, RocksDBException failure) {
        if (full(failure)) {
            return "cannot open " + folder + ": the disk is full";
        }
        if (has(failure, Status.Code.IOError)
                && String.valueOf(failure.getMessage()).contains("LOCK")) {
            return folder + " is used by another process; stop it, or give this one another data folder";
        }
        if (has(failure, Status.Code.Corruption)) {
            return folder + " is damaged (" + failure.getMessage()
                    + "): bring it back from a copy, or move it away to begin anew";
        }
        return "cannot open " + folder + ": " + failure.getMessage();
    }

    private static boolean has(RocksDBException failure, Status.Code code) {
        return failure.getStatus() != null && failure.getStatus().getCode() == code;
    }
}
