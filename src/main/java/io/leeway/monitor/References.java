package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.ReferenceRule;
import io.leeway.drift.Reference;
import io.leeway.drift.WindowComparison;
import io.leeway.joint.JointReport;
import io.leeway.profile.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the windows of a model are compared with, each reference in the order of the settings. All of them are counted on the
 * bins of one baseline: rows of the past that were held against another say nothing of values.
 *
 * <p>A reference made of windows follows from what is stored, so it changes with late rows, and whoever is compared with
 * them is reported again ({@link DueWindows}). Windows in which something was wrong are part of it like all others.
 */
final class References {
    private final KnownModel model;
    private final ModelSettings settings;
    private final Baselines baselines;
    private final WindowSums sums;
    private final long dropped;
    private final Comparisons comparisons;
    /** A version and all versions are asked for one after the other; where they are the same, so is their past. */
    private final Map<ReferenceRule, Past> latest = new HashMap<>();

    /**
     * The references of a model's windows.
     *
     * @param dropped before which nothing is kept of windows, epoch milliseconds
     */
    References(KnownModel model, Baselines baselines, WindowSums sums, long dropped) {
        this.model = model;
        this.settings = model.definition().settings();
        this.baselines = baselines;
        this.sums = sums;
        this.dropped = dropped;
        this.comparisons = new Comparisons(model.definition());
    }

    KnownModel model() {
        return model;
    }

    /** Before which nothing is kept of windows, epoch milliseconds. */
    long dropped() {
        return dropped;
    }

    /** What windows say beside them. */
    Comparisons comparisons() {
        return comparisons;
    }

    /** Whether any reference is made of windows of the log. */
    static boolean anyPast(ModelSettings settings) {
        return settings.watching().references().stream().anyMatch(ReferenceRule::isPast);
    }

    /** What is found in features together; of the whole of a closed window whose rows all stand on the baseline. */
    Optional<JointReport> joint(WindowKey key, boolean closed, Profile window, ModelBaseline baseline) {
        boolean judged =
                closed && key.isOfWhole() && window.rowsOn(baseline.baseline().id()) == window.rows();
        return judged
                ? baselines
                        .manyInputs()
                        .report(key.size(), window, baseline.baseline(), settings, settings.familyAlpha())
                : Optional.empty();
    }

    /** What finds the segment that is all of a drift; of use where the baseline is the first reference. */
    OneSegment oneSegment() {
        return new OneSegment(model.definition(), baselines, sums);
    }

    /** What finds where performance was lost. */
    LostPerformance lostPerformance() {
        return new LostPerformance(model.definition(), baselines, sums);
    }

    /** What one window is compared with. One that is open is not compared with windows of the past: it is not judged. */
    List<Watched> of(WindowKey key, boolean closed, ModelBaseline baseline) {
        List<Watched> watched = new ArrayList<>();
        for (ReferenceRule rule : settings.watching().references()) {
            if (rule instanceof ReferenceRule.Baseline) {
                watched.add(baseline(rule, key, baseline));
            } else if (rule instanceof ReferenceRule.SeasonalBaseline) {
                watched.add(season(rule, key, baseline));
            } else if (closed) {
                watched.add(past(rule, key, baseline));
            }
        }
        return watched;
    }

    private Watched season(ReferenceRule rule, WindowKey key, ModelBaseline baseline) {
        return new Watched(rule.text(), baselines.season(baseline, key, settings.zone()));
    }

    /** The start of the first whole window with rows, epoch milliseconds: before it nothing is known of a model. */
    private long first(WindowKey key) {
        long row = Math.max(model.first(), dropped);
        Instant start = key.size().startOf(Instant.ofEpochMilli(row), settings.zone());
        return start.toEpochMilli() == row
                ? row
                : key.size().endOf(start, settings.zone()).toEpochMilli();
    }

    private Watched baseline(ReferenceRule rule, WindowKey key, ModelBaseline baseline) {
        return new Watched(rule.text(), baseline.baseline().n(), baselines.comparison(baseline, key, settings.zone()));
    }

    private Watched past(ReferenceRule rule, WindowKey key, ModelBaseline baseline) {
        ZoneId zone = settings.zone();
        List<Profile> windows = new ArrayList<>();
        for (Instant start : rule.windows(key.size(), key.start(), zone)) {
            if (start.toEpochMilli() >= first(key)) {
                windows.add(sums.past(key.at(start), key.size().endOf(start, zone)));
            }
        }
        Past past = Optional.ofNullable(latest.get(rule))
                .filter(it -> it.isOf(baseline, windows))
                .orElseGet(() -> new Past(baseline, windows));
        latest.put(rule, past);
        return new Watched(rule.text(), past.comparison());
    }

    /** Windows of the past, and what others can be told by against them. */
    private record Past(ModelBaseline baseline, List<Profile> windows, WindowComparison comparison) {
        Past(ModelBaseline baseline, List<Profile> windows) {
            this(
                    baseline,
                    windows,
                    new WindowComparison(Reference.ofWindows(baseline.baseline().layout(), windows)));
        }

        /** Whether it is made of these very windows. */
        boolean isOf(ModelBaseline itsBaseline, List<Profile> others) {
            return baseline.equals(itsBaseline)
                    && windows.size() == others.size()
                    && IntStream.range(0, others.size()).allMatch(i -> windows.get(i) == others.get(i));
        }
    }
}
