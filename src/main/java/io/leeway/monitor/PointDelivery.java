package io.leeway.monitor;

import io.leeway.series.Point;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter;
import io.leeway.series.SeriesWriter.Refusal;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.util.List;
import java.util.Optional;

/**
 * Takes points from a list to the series store: read, write, and only after the answer off the list. A crash in between
 * writes the same points once more, which changes nothing. One thread.
 */
public final class PointDelivery {
    private final Store store;
    private final SeriesWriter writer;

    public PointDelivery(Store store, SeriesWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /**
     * Writes the first of what is owed.
     *
     * @param most so many of what the list counts
     * @return empty if nothing is owed
     * @throws SeriesUnavailableException when it must be tried again later; all of it is still owed
     */
    public Optional<Delivered> deliver(PointSource source, int most) throws SeriesUnavailableException {
        PointSource.Owed owed = source.owed(most);
        if (owed.isEmpty()) {
            return Optional.empty();
        }
        List<Point> points = owed.points();
        Delivered delivered = new Delivered(points.size(), writer.write(points));
        Changes changes = new Changes();
        owed.done(changes);
        store.commit(changes);
        return Optional.of(delivered);
    }

    /**
     * What became of some points.
     *
     * @param points how many there were
     * @param refused those that the series store will never take
     */
    public record Delivered(int points, List<Refusal> refused) {
        public Delivered {
            refused = List.copyOf(refused);
        }

        public int written() {
            return points - refused.size();
        }
    }
}
