package io.leeway.monitor;

import io.leeway.series.Point;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.util.List;

/** The points of new and revised windows. What is owed stands in the store as keys, so an outage of any length stays small. */
public final class WindowPoints implements PointSource {
    private final ReportStore reports;

    public WindowPoints(Store store) {
        this.reports = new ReportStore(store);
    }

    @Override
    public Owed owed(int most) {
        return new OwedWindows(reports.owedToSeries(most));
    }

    @Override
    public long size() {
        return reports.windowsOwedToSeries();
    }

    private record OwedWindows(ReportStore.Owed windows) implements Owed {
        @Override
        public boolean isEmpty() {
            return windows.isEmpty();
        }

        @Override
        public List<Point> points() {
            return windows.reports().stream().flatMap(ReportPoints::of).toList();
        }

        @Override
        public void done(Changes changes) {
            windows.done(changes);
        }
    }
}
