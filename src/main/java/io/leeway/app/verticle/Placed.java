package io.leeway.app.verticle;

import io.leeway.ingest.Entry;
import java.util.List;

/**
 * Entries on their way from the journal to the lanes, in order.
 *
 * @param first the position of the first one
 * @param applied called by each lane once it has applied them all
 */
record Placed(long first, List<Entry> entries, Runnable applied) {}
