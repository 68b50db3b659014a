package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.ingest.Entry;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where reports stand, and the lists of those whose points have not left and those the rules have not seen. */
public final class ReportStore {
    private final Store store;

    public ReportStore(Store store) {
        this.store = store;
    }

    /** One report, whole. */
    public Optional<WindowReport> get(WindowKey key) {
        return store.get(Tables.REPORTS, ReportKeys.bytes(key)).map(bytes -> ReportForm.read(key, bytes));
    }

    /** One report without its features. */
    Optional<WindowReport> summary(WindowKey key) {
        return store.get(Tables.SUMMARIES, ReportKeys.bytes(key)).map(bytes -> ReportForm.read(key, bytes));
    }

    /** Whether a window has been reported. */
    boolean has(WindowKey key) {
        return store.get(Tables.SUMMARIES, ReportKeys.bytes(key)).isPresent();
    }

    /**
     * The reports of the windows like {@code key} that start in [from, to), oldest first, without their features.
     *
     * @param key its start does not matter
     */
    public List<WindowReport> summaries(WindowKey key, Instant from, Instant to) {
        List<WindowReport> found = new ArrayList<>();
        store.scan(Tables.SUMMARIES, ReportKeys.upTo(key, from), ReportKeys.upTo(key, to), (at, bytes) -> {
            found.add(ReportForm.read(ReportKeys.read(at), bytes));
            return true;
        });
        return found;
    }

    /** Shows the whole report of every window that ends behind an instant and is kept, by model and size. */
    public void each(Instant since, Consumer<WindowReport> to) {
        store.scan(Tables.SUMMARIES, new byte[0], new byte[] {(byte) 0xFF}, (key, bytes) -> {
            WindowKey window = ReportKeys.read(key);
            if (ReportForm.read(window, bytes).end().isAfter(since)) {
                get(window).ifPresent(to);
            }
            return true;
        });
    }

    /** The reports owed to the series, the oldest keys first. */
    public Owed owedToSeries(int most) {
        return owed(Tables.TO_STORE, most);
    }

    /** Before what instant windows, and all that is known of them, have been dropped, by model. */
    public Map<String, Instant> dropped() {
        return Retention.dropped(store);
    }

    /** How many windows are owed to the series. */
    long windowsOwedToSeries() {
        long[] size = new long[1];
        store.scan(Tables.TO_STORE, new byte[0], new byte[] {(byte) 0xFF}, (key, token) -> {
            size[0]++;
            return true;
        });
        return size[0];
    }

    /** The reports the rules have not seen, by window. */
    public Owed owedToRules(int most) {
        return owed(Tables.TO_JUDGE, most);
    }

    /**
     * Stores a report if anything in it is new, one revision higher than the last, and puts it on both lists.
     *
     * @return whether it was new
     */
    boolean put(WindowReport report, Changes changes) {
        if (says(report)) {
            return false;
        }
        byte[] key = ReportKeys.bytes(report.key());
        long revision = summary(report.key()).map(WindowReport::revision).orElse(0L);
        WindowReport revised = report.revised(revision + 1);
        byte[] token = new ByteWriter().count(revision + 1).toByteArray();
        changes.put(Tables.REPORTS, key, ReportForm.bytes(revised));
        changes.put(Tables.SUMMARIES, key, ReportForm.bytes(revised.summary()));
        changes.put(Tables.TO_STORE, key, token);
        changes.put(Tables.TO_JUDGE, key, token);
        return true;
    }

    /** Whether what is stored of the window is the same, but for the revision. */
    boolean says(WindowReport report) {
        long revision = summary(report.key()).map(WindowReport::revision).orElse(0L);
        return store.get(Tables.REPORTS, ReportKeys.bytes(report.key()))
                .filter(bytes -> Arrays.equals(bytes, ReportForm.bytes(report.revised(revision))))
                .isPresent();
    }

    /** Puts a report that was told before on the list of the series once more. */
    void oweAgain(WindowReport report, Changes changes) {
        byte[] token = new ByteWriter().count(report.revision()).toByteArray();
        changes.put(Tables.TO_STORE, ReportKeys.bytes(report.key()), token);
    }

    /** The watermark up to which a model's windows were reported closed, or {@link Entry#NO_WATERMARK}. */
    long reportedUpTo(String model) {
        return store.get(Tables.REPORTED, Keys.of(model).bytes())
                .map(bytes -> new ByteReader(bytes).whole())
                .orElse(Entry.NO_WATERMARK);
    }

    void reportedUpTo(String model, long watermark, Changes changes) {
        changes.put(
                Tables.REPORTED,
                Keys.of(model).bytes(),
                new ByteWriter().whole(watermark).toByteArray());
    }

    private Owed owed(Table table, int most) {
        Owed owed = new Owed(table);
        store.scan(table, new byte[0], new byte[] {(byte) 0xFF}, (key, token) -> {
            get(ReportKeys.read(key)).ifPresent(report -> owed.reports.add(report));
            owed.keys.add(key);
            owed.tokens.add(token);
            return owed.keys.size() < most;
        });
        return owed;
    }

    /** Reports somebody is still owed. */
    public static final class Owed {
        private final Table table;
        private final List<WindowReport> reports = new ArrayList<>();
        private final List<byte[]> keys = new ArrayList<>();
        private final List<byte[]> tokens = new ArrayList<>();

        Owed(Table table) {
            this.table = table;
        }

        public List<WindowReport> reports() {
            return reports;
        }

        public boolean isEmpty() {
            return keys.isEmpty();
        }

        /** Takes them off the list, but for those revised meanwhile. */
        public void done(Changes changes) {
            for (int i = 0; i < keys.size(); i++) {
                changes.deleteIf(table, keys.get(i), tokens.get(i));
            }
        }
    }
}
