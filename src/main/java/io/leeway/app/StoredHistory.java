package io.leeway.app;

import io.leeway.app.verticle.Observations;
import io.leeway.catalog.ModelSettings;
import io.leeway.monitor.ReportStore;
import io.leeway.monitor.StoredReports;
import io.leeway.monitor.WindowReport;
import io.leeway.rehearsal.Arrival;
import io.leeway.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The windows that a service has reported, as rules see them. Of each its newest revision is kept, so it becomes known once:
 * when it closed. Labels that came later are in it from then on.
 */
final class StoredHistory {
    private final Store store;
    private final Map<String, Duration> lateness = new HashMap<>();

    StoredHistory(Store store, int lanes) {
        this.store = store;
        new StoredReports(store, lanes, new Still())
                .models()
                .forEach(model -> lateness.put(
                        model.model().name(), model.model().settings().lateness()));
    }

    /** All closed windows that end behind an instant, and are kept. */
    List<Arrival> since(Instant from) {
        List<Arrival> arrivals = new ArrayList<>();
        new ReportStore(store).each(from, report -> {
            if (report.closed()) {
                Observations.of(report).forEach(window -> arrivals.add(new Arrival(known(report), window)));
            }
        });
        return arrivals;
    }

    private Instant known(WindowReport report) {
        return report.end()
                .plus(lateness.getOrDefault(
                        report.key().model(), ModelSettings.withDefaults().lateness()));
    }

    /** A service that goes no further. */
    private static final class Still implements StoredReports.Progress {
        @Override
        public CompletionStage<Void> reached(long position) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public long accepted(String model) {
            return 0;
        }
    }
}
