package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.WindowSize;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A late row from before all others: the empty windows behind it are of the model from then on, and part of references. So
 * whoever is compared with them is reported again, and verdicts do not depend on when the row came.
 *
 * @param since the watermark up to which windows were reported closed, epoch milliseconds
 */
record EarlierBeginning(KnownModel model, WindowSums sums, ReportStore reports, long since) {
    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE - 1);

    /** Adds the closed windows that are compared with some from before the rows that were there already. */
    void addTo(Collection<PartialKey> changed, Set<WindowKey> keys) {
        TreeSet<Instant> starts = new TreeSet<>();
        changed.forEach(partial -> starts.add(Instant.ofEpochMilli(partial.start())));
        boolean isEarlier = !starts.isEmpty()
                && starts.first().toEpochMilli() < since
                && !starts.first().isAfter(Instant.ofEpochMilli(model.first()));
        if (isEarlier && References.anyPast(settings())) {
            Instant before = firstUnchanged(starts);
            settings().windows().forEach(size -> reach(size, before).ifPresent(reach -> add(size, reach, keys)));
        }
    }

    /** Where rows began before: not behind the first base window that did not change. */
    private Instant firstUnchanged(TreeSet<Instant> changed) {
        Optional<Instant> next = sums.firstRows(changed.first(), END_OF_TIME);
        while (next.filter(changed::contains).isPresent()) {
            next = sums.firstRows(next.get().plusMillis(1), END_OF_TIME);
        }
        return next.orElse(END_OF_TIME);
    }

    /** The start of the last window that is compared with one of before an instant. */
    private Optional<Instant> reach(WindowSize size, Instant before) {
        if (before.equals(END_OF_TIME)) {
            return Optional.of(before);
        }
        Instant last = size.startOf(before, settings().zone());
        return settings().watching().references().stream()
                .filter(ReferenceRule::isPast)
                .flatMap(rule -> rule.dependents(size, last, settings().zone()).stream())
                .max(Comparator.naturalOrder());
    }

    private void add(WindowSize size, Instant reach, Set<WindowKey> keys) {
        sums.reported(model)
                .forEach((version, segments) -> segments.forEach(
                        segment -> add(new WindowKey(name(), version, segment, size, Instant.EPOCH), reach, keys)));
    }

    private void add(WindowKey like, Instant reach, Set<WindowKey> keys) {
        reports.summaries(like, Instant.EPOCH, reach.plusMillis(1)).stream()
                .filter(WindowReport::closed)
                .forEach(report -> keys.add(report.key()));
    }

    private String name() {
        return model.definition().name();
    }

    private ModelSettings settings() {
        return model.definition().settings();
    }
}
