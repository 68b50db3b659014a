package io.leeway.faults;

import io.leeway.ingest.HeapJournal;
import io.leeway.ingest.Journal;
import io.leeway.state.Changes;
import io.leeway.state.HeapStore;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What survives: a store and a journal whose every step is a moment at which the process can end. */
final class Disk {
    private final Fuse fuse;
    private final HeapJournal journal = new HeapJournal();
    private final List<Changes> commits = new ArrayList<>();
    private final List<byte[]> entries = new ArrayList<>();
    private HeapStore store = new HeapStore();
    private int synced;

    Disk(Fuse fuse) {
        this.fuse = fuse;
    }

    /** A copy of another, on which a process ends at other moments. */
    Disk(Disk other, Fuse fuse) {
        this(fuse);
        commits.addAll(other.commits);
        commits.forEach(store::commit);
        synced = other.synced;
        entries.addAll(other.entries);
        journal.append(entries);
        journal.forgetBefore(other.journal.start());
    }

    Store store() {
        return new FusedStore();
    }

    Journal journal() {
        return new FusedJournal();
    }

    /** How many commits a loss of power could take. */
    int unsynced() {
        return commits.size() - synced;
    }

    /** The store is what it was after some commit since the last sync; the journal is what it is. */
    void losePower(int commitsLost) {
        commits.subList(commits.size() - commitsLost, commits.size()).clear();
        store = new HeapStore();
        commits.forEach(store::commit);
    }

    private final class FusedStore implements Store {
        @Override
        public Optional<byte[]> get(Table table, byte[] key) {
            return store.get(table, key);
        }

        @Override
        public void scan(Table table, byte[] from, byte[] to, Store.Visitor visitor) {
            store.scan(table, from, to, visitor);
        }

        @Override
        public void commit(Changes changes) {
            fuse.moment("before a commit");
            store.commit(changes);
            commits.add(changes);
            fuse.moment("behind a commit");
        }

        @Override
        public void sync() {
            fuse.moment("before a sync");
            synced = commits.size();
            fuse.moment("behind a sync");
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private final class FusedJournal implements Journal {
        @Override
        public long end() {
            return journal.end();
        }

        @Override
        public long start() {
            return journal.start();
        }

        @Override
        public void append(List<byte[]> added) {
            fuse.moment("before an append");
            for (int i = 0; i < added.size(); i++) {
                journal.append(added.subList(i, i + 1));
                entries.add(added.get(i));
                fuse.moment("behind entry " + (i + 1) + " of " + added.size());
            }
        }

        @Override
        public void mend() {
            journal.mend();
        }

        @Override
        public void read(long from, Journal.Visitor visitor) {
            journal.read(from, visitor);
        }

        @Override
        public void forgetBefore(long position) {
            fuse.moment("before truncating the journal");
            journal.forgetBefore(position);
            fuse.moment("behind truncating the journal");
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
