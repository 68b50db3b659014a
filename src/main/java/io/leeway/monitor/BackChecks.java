package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.estimate.BackCheck;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.truth.Maturity;
import java.util.HashMap;
import java.util.Map;

/** How the estimates of a model's windows of one size have held, once their labels were final. One thread. */
final class BackChecks {
    private static final int MOST_IN_MEMORY = 1_000;

    private final Store store;
    private final Map<Series, BackCheck> inMemory = new HashMap<>();

    BackChecks(Store store) {
        this.store = store;
    }

    /** What is known of windows like this. */
    BackCheck of(WindowKey key) {
        forgetIfMany();
        return inMemory.computeIfAbsent(
                Series.of(key),
                series -> store.get(Tables.BACK_CHECKS, series.bytes())
                        .map(bytes -> BackCheck.read(new ByteReader(bytes)))
                        .orElse(BackCheck.NONE));
    }

    /** Notes how the estimate of a window held, if its labels are final. */
    void note(WindowReport report, Changes changes) {
        Series series = Series.of(report.key());
        BackCheck before = of(report.key());
        BackCheck after = after(report, before);
        if (!after.equals(before)) {
            inMemory.put(series, after);
            ByteWriter out = new ByteWriter();
            after.write(out);
            changes.put(Tables.BACK_CHECKS, series.bytes(), out.toByteArray());
        }
    }

    /** What is known once a window is. */
    static BackCheck after(WindowReport report, BackCheck before) {
        return report.verdict().maturity() != Maturity.FINAL
                ? before
                : report.estimate()
                        .map(estimate -> before.with(
                                report.key().start().toEpochMilli(),
                                BackCheck.holds(estimate.figures(), report.performance())))
                        .orElse(before);
    }

    /** Something of it was deleted. */
    void readAgain() {
        inMemory.clear();
    }

    private void forgetIfMany() {
        if (inMemory.size() > MOST_IN_MEMORY) {
            inMemory.clear();
        }
    }

    private record Series(String model, String version, String segment, String size) {
        static Series of(WindowKey key) {
            return new Series(
                    key.model(), key.version(), key.segment(), key.size().text());
        }

        byte[] bytes() {
            return Keys.of(model, version, segment, size).bytes();
        }
    }
}
