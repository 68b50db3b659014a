package io.leeway.ingest;

import java.util.ArrayList;
import java.util.List;

/** A journal that forgets everything with the process; for tests of what stands on the port. */
public final class HeapJournal implements Journal {
    private final List<byte[]> entries = new ArrayList<>();
    private long start;
    private boolean closed;

    @Override
    public synchronized long end() {
        return entries.size();
    }

    @Override
    public synchronized long start() {
        return start;
    }

    @Override
    public synchronized void append(List<byte[]> added) {
        checkOpen();
        added.forEach(entry -> entries.add(entry.clone()));
    }

    @Override
    public synchronized void mend() {
        checkOpen();
    }

    @Override
    public void read(long from, Visitor visitor) {
        long position = from;
        for (byte[] entry : from(from)) {
            visitor.visit(position, entry.clone());
            position++;
        }
    }

    @Override
    public synchronized void forgetBefore(long position) {
        checkOpen();
        start = Math.max(start, Math.min(position, end()));
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private synchronized List<byte[]> from(long from) {
        checkOpen();
        if (from < start) {
            throw new IllegalArgumentException("position " + from + " is forgotten, the journal begins at " + start);
        }
        return List.copyOf(entries.subList((int) Math.min(from, end()), entries.size()));
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the journal is closed");
        }
    }
}
