package io.leeway.app;

import io.leeway.ingest.Journal;
import io.leeway.ingest.Pseudonyms;
import io.leeway.ingest.SequencerStore;
import io.leeway.links.Seal;
import io.leeway.rocks.DataFolder;
import io.leeway.rocks.RocksSeries;
import io.leeway.rocks.RocksStore;
import io.leeway.segments.SegmentJournal;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the service keeps on disk, in one folder that belongs to it alone. */
record Stores(DataFolder folder, Store store, Journal journal, Pseudonyms pseudonyms, Seal seal)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

    /** Opens or creates the folder; what cannot be opened is left to others. */
    static Stores open(Path path) throws IOException {
        DataFolder folder = DataFolder.open(path);
        try {
            Pseudonyms pseudonyms = HashedNames.of(folder.hashKey());
            Seal seal = new Seal(KeyFile.read(folder.linkKey(), "links in mails of before are good for nothing"));
            Store store = RocksStore.open(folder.state(), tables());
            return new Stores(folder, store, journal(folder, store), pseudonyms, seal);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Journal journal(DataFolder folder, Store store) throws IOException {
        try {
            SegmentJournal journal = SegmentJournal.open(folder.journal());
            journal.cut().ifPresent(cut -> LOG.warn("{}", cut.sentence()));
            return journal;
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Every table of the service. */
    static List<Table> tables() {
        return Stream.of(
                        io.leeway.monitor.Tables.all(),
                        io.leeway.memory.Tables.all(),
                        io.leeway.notify.Tables.all(),
                        SequencerStore.tables(),
                        List.of(RocksSeries.TABLE, KeptAlerts.TABLE))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        journal.close();
        store.close();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("giving the data folder back", e);
        }
    }
}
