package io.leeway.monitor;

import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lets points go with their windows, where the series store leaves that to us. One thread. */
public final class DroppedPoints {
    private final Store store;
    private final ReportStore reports;
    private final SeriesWriter writer;
    private final Map<String, Instant> dropped = new HashMap<>();

    public DroppedPoints(Store store, SeriesWriter writer) {
        this.store = store;
        this.reports = new ReportStore(store);
        this.writer = writer;
    }

    /** Drops the points of models that are being erased. */
    public void dropErased() throws SeriesUnavailableException {
        for (String model : ModelErasures.of(ModelErasures.Hand.SERIES, store)) {
            writer.drop(model);
            dropped.remove(model);
            Changes changes = new Changes();
            ModelErasures.dropped(model, changes);
            store.commit(changes);
        }
    }

    /** Drops the points of windows that were dropped since the last call. */
    public void drop() throws SeriesUnavailableException {
        for (Map.Entry<String, Instant> model : reports.dropped().entrySet()) {
            if (!model.getValue().equals(dropped.get(model.getKey()))) {
                writer.dropBefore(model.getKey(), model.getValue());
                dropped.put(model.getKey(), model.getValue());
            }
        }
    }
}
