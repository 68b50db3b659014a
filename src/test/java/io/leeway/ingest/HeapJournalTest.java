package io.leeway.ingest;

class HeapJournalTest implements JournalContract {
    private final Journal journal = new HeapJournal();

    @Override
    public Journal journal() {
        return journal;
    }
}
