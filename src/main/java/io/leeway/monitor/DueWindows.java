package io.leeway.monitor;

import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.WindowSize;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which windows of a model are to be reported: those that changed, those that are compared with one that changed or came to
 * be, those that closed, those whose labels are final, and the empty ones that a late row has woken. An empty window is
 * reported when a row came in the {@link Closings#SLEEPS_AFTER} before it, whether that row was punctual or late.
 */
final class DueWindows {
    private final KnownModel model;
    private final WindowSums sums;
    private final ReportStore reports;
    private final long since;

    /**
     * The windows of a model.
     *
     * @param since the watermark up to which windows were reported closed, epoch milliseconds
     */
    DueWindows(KnownModel model, WindowSums sums, ReportStore reports, long since) {
        this.model = model;
        this.sums = sums;
        this.reports = reports;
        this.since = since;
    }

    /**
     * Each window once. The woken ones stand first: as long as the row that woke them is not reported, a report cut short
     * begins with them again.
     */
    Set<WindowKey> keys(List<PartialKey> changed) {
        Set<WindowKey> keys = new LinkedHashSet<>();
        List<Instant> late = late(changed);
        sizes().forEach(size -> woken(size, late, keys));
        for (WindowSize size : sizes()) {
            changed.forEach(partial -> changed(size, partial, keys));
            closed(size, keys);
        }
        new EarlierBeginning(model, sums, reports, since).addTo(changed, keys);
        new MaturedWindows(model, since, reports).addTo(sums, keys);
        return keys;
    }

    private void changed(WindowSize size, PartialKey partial, Set<WindowKey> keys) {
        Instant start = size.startOf(Instant.ofEpochMilli(partial.start()), zone());
        WindowKey own = new WindowKey(partial.model(), partial.version(), partial.segment(), size, start);
        WindowKey all = new WindowKey(partial.model(), WindowKey.ALL_VERSIONS, partial.segment(), size, start);
        keys.add(own);
        keys.add(all);
        dependents(own, keys);
        dependents(all, keys);
    }

    /** Closed windows that were compared with one before it changed. */
    private void dependents(WindowKey changed, Set<WindowKey> keys) {
        for (ReferenceRule rule : model.definition().settings().watching().references()) {
            rule.dependents(changed.size(), changed.start(), zone()).stream()
                    .filter(start -> changed.size().endOf(start, zone()).toEpochMilli() <= since)
                    .map(changed::at)
                    .filter(reports::has)
                    .forEach(keys::add);
        }
    }

    /** Windows that closed: of all versions also the empty ones, of a version or a segment those reported while open. */
    private void closed(WindowSize size, Set<WindowKey> keys) {
        List<Instant> starts = new Closings(model, since, sums).starts(size);
        List<WindowKey> reported = starts.isEmpty() ? List.of() : reported(size);
        for (Instant start : starts) {
            keys.add(all(size, start));
            reported.stream().map(like -> like.at(start)).filter(reports::has).forEach(keys::add);
        }
    }

    /** What may have been reported, of any time: all versions of a segment side by side, since they say much the same. */
    private List<WindowKey> reported(WindowSize size) {
        List<WindowKey> keys = new ArrayList<>();
        sums.reported(model)
                .forEach((version, segments) -> segments.forEach(
                        segment -> keys.add(new WindowKey(name(), version, segment, size, Instant.EPOCH))));
        keys.sort(Comparator.comparing(WindowKey::segment));
        return keys;
    }

    /** The base windows behind the reported watermark that have rows for the first time, oldest first. */
    private List<Instant> late(List<PartialKey> changed) {
        WindowSize base = model.definition().settings().base();
        return changed.stream()
                .filter(partial -> partial.start() < since)
                .map(partial -> Instant.ofEpochMilli(partial.start()))
                .distinct()
                .filter(start -> !reportedWithRows(all(base, start)))
                .sorted()
                .toList();
    }

    /** From each late row on, up to the next rows, no window that was awake and has ended is left out. */
    private void woken(WindowSize size, List<Instant> late, Set<WindowKey> keys) {
        TreeMap<Instant, Instant> lastRowIn = new TreeMap<>();
        late.forEach(row -> lastRowIn.put(size.startOf(row, zone()), row));
        lastRowIn.forEach((window, row) -> {
            Instant start = size.endOf(window, zone());
            while (isAwakeAndEnded(size, start, row)
                    && !lastRowIn.containsKey(start)
                    && !reportedWithRows(all(size, start))) {
                keys.add(all(size, start));
                start = size.endOf(start, zone());
            }
        });
    }

    private boolean isAwakeAndEnded(WindowSize size, Instant start, Instant row) {
        return !start.isAfter(row.plus(Closings.SLEEPS_AFTER))
                && size.endOf(start, zone()).toEpochMilli() <= since;
    }

    private boolean reportedWithRows(WindowKey key) {
        return reports.summary(key).filter(report -> report.n() > 0).isPresent();
    }

    private WindowKey all(WindowSize size, Instant start) {
        return new WindowKey(name(), WindowKey.ALL_VERSIONS, WindowKey.WHOLE, size, start);
    }

    private List<WindowSize> sizes() {
        return model.definition().settings().windows();
    }

    private String name() {
        return model.definition().name();
    }

    private ZoneId zone() {
        return model.definition().settings().zone();
    }
}
