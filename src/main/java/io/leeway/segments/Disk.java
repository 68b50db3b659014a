package io.leeway.segments;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The folder of a journal, as little of it as the journal needs: so little that a test can stand in for it which loses
 * power or fails between any two calls.
 *
 * <p>What was written, created, renamed or deleted survives the loss of power once the {@code force} behind it has
 * returned; before, any part of it may. After a {@code force} that failed nothing is known, and a later one that returns
 * says nothing about what was written before the failure.
 */
interface Disk {
    /** Names of the files in the folder, sorted. */
    List<String> names() throws IOException;

    /** A new file, empty. */
    DiskFile create(String name) throws IOException;

    DiskFile open(String name) throws IOException;

    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** Makes the names as they are now durable. */
    void force() throws IOException;

    /** The whole name of a file, for sentences. */
    String path(String name);

    /** A file. */
    interface DiskFile extends Closeable {
        long size() throws IOException;

        /** Writes all of {@code bytes}; a failure may leave any part of them there. */
        void write(long at, ByteBuffer bytes) throws IOException;

        /** Reads until {@code into} is full or the file ends. */
        void read(long at, ByteBuffer into) throws IOException;

        void force() throws IOException;
    }
}
