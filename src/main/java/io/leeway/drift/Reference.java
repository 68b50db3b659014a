package io.leeway.drift;

import io.leeway.profile.Layout;
import io.leeway.profile.Profile;
import java.util.Collection;
import java.util.List;

/**
 * What a window is compared with: rows of a baseline or of other windows, on the bins of a baseline.
 *
 * @param columns all its rows, column by column
 * @param volumes how many rows each of the windows has, where that is what the next one should have; empty where it is not,
 *     for reference rows may be a sample
 * @param windows the same rows cut into windows of the size that is judged, which show how much windows differ anyway; none
 *     where the rows have no times
 */
public record Reference(ReferenceColumns columns, List<Profile> windows, List<Long> volumes) {
    public Reference {
        windows = List.copyOf(windows);
        volumes = List.copyOf(volumes);
    }

    /** Reference rows that are no windows of the log. */
    public static Reference ofRows(ReferenceColumns columns, Collection<Profile> windows) {
        return new Reference(columns, List.copyOf(windows), List.of());
    }

    /**
     * Windows of the past as a reference. Rows that were not held against the baseline whose bins these are, because they
     * came before it, have no counts to compare: they are no part of it.
     */
    public static Reference ofWindows(Layout layout, List<Profile> windows) {
        Profile whole = new Profile();
        windows.forEach(whole::merge);
        return new Reference(
                new ReferenceColumns(layout, whole),
                windows,
                windows.stream().map(Profile::rows).toList());
    }

    /** How many rows it has. */
    public long n() {
        return columns.whole().rows();
    }
}
