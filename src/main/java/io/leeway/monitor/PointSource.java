package io.leeway.monitor;

import io.leeway.series.Point;
import io.leeway.state.Changes;
import java.util.List;

/** A list in the store of points that are owed to the series: each stays on it until the server has taken it. */
public interface PointSource {
    /**
     * The first of what is owed.
     *
     * @param most so many of what the list counts
     */
    Owed owed(int most);

    /** How long the list is. Reads all of it. */
    long size();

    /** Something taken from the head of a list. */
    interface Owed {
        boolean isEmpty();

        List<Point> points();

        /** Takes it off the list, but for what has been asked for again meanwhile. */
        void done(Changes changes);
    }
}
