package io.leeway.monitor;

import io.leeway.event.Batch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The segments of a batch's rows, each by the baseline its version is held against, which is asked once a batch; quick where
 * neighbours are of one version.
 */
final class BatchSegments {
    private final LaneState state;
    private final LaneModel model;
    private final Batch batch;
    private final Map<Integer, RowSegments> byVersion = new HashMap<>();
    private int lastVersion = -1;
    private RowSegments last;

    BatchSegments(LaneState state, LaneModel model, Batch batch) {
        this.state = state;
        this.model = model;
        this.batch = batch;
        this.last = new RowSegments(SegmentNames.none(), batch);
    }

    /** The segments of a row; none where the model has none. */
    List<String> of(int row) {
        int version = batch.versions().code(row);
        if (version != lastVersion) {
            last = byVersion.computeIfAbsent(
                    version, unused -> new RowSegments(state.segments(model, batch.version(row)), batch));
            lastVersion = version;
        }
        return last.of(row);
    }
}
