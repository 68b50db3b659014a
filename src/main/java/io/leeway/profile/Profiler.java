package io.leeway.profile;

import io.leeway.catalog.Model;
import io.leeway.event.Batch;
import java.util.List;

/**
 * Adds rows of one batch to profiles, column by column. What depends on the batch alone (which columns are profiled, the
 * category behind each code) is worked out once, so one profiler serves all windows, versions and segments of its batch.
 *
 * <p>What counts as a value: in a numeric column a number ({@code ""} is missing, any other text is of the wrong type); in
 * a categorical one a number or a text, by its category. Features not monitored, and those whose kind is not known yet,
 * are left out. Not safe for several threads.
 */
public final class Profiler {
    private final List<Column> columns;
    private final List<String> baselines;

    /**
     * A profiler of one batch.
     *
     * @param layouts of every baseline the rows are held against; none: moments and categories alone
     */
    public Profiler(Batch batch, Model model, List<Layout> layouts) {
        columns = new Columns(batch, model).withLayouts(layouts);
        baselines = layouts.stream().map(Layout::baseline).toList();
    }

    /** Adds the first {@code count} of the rows named to a profile. */
    public void add(Profile profile, int[] rows, int count) {
        profile.addRows(count);
        baselines.forEach(baseline -> profile.addRowsOn(baseline, count));
        columns.forEach(column -> column.add(profile, rows, count));
    }
}
