package io.leeway.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The windows of one instance of a rule that are kept, and its episodes. Not safe for threads. */
final class History {
    /**
     * Windows that can still be revised: 100 days or weeks is more than the 90 days for which late labels are waited for.
     */
    static final int KEPT = 100;

    /** A week without a window, and two windows at least: a weekend is no retirement. */
    private static final Duration RETIRED_AFTER = Duration.ofDays(7);

    private final Rule rule;
    private final Tags instance;
    private final TreeMap<Instant, Observation> windows = new TreeMap<>();
    private Base base = Base.NONE;
    private List<Episode> episodes = List.of();
    private Optional<Instant> retired = Optional.empty();

    History(Rule rule, Tags instance) {
        this.rule = rule;
        this.instance = instance;
    }

    void restore(Observation window) {
        windows.put(window.end(), window);
    }

    void restore(Base remembered) {
        base = remembered;
    }

    /**
     * Takes a window, unless it is too old, an older revision, or known already. A revision that changes nothing a rule
     * looks at, as when a label comes to a window whose inputs are watched, is remembered and judged no second time.
     */
    List<Retention> accept(Observation whole) {
        Observation window = whole.keeping(rule.figures()).sharing(tags(whole));
        Observation known = windows.get(window.end());
        boolean news = known == null || (known.revision() <= window.revision() && !known.equals(window));
        if (!news || !window.end().isAfter(base.end())) {
            return List.of();
        }
        windows.put(window.end(), window);
        List<Retention> changes = new ArrayList<>(List.of(new Retention.Keep(rule.name(), window)));
        if (known == null || !known.saysTheSameAs(window)) {
            trim(changes);
            replay();
        }
        return changes;
    }

    void replay() {
        episodes = Timeline.of(rule, base, List.copyOf(windows.values())).episodes();
    }

    /** Oldest first; one that was open when its version was retired ended then. */
    List<Episode> episodes() {
        int last = episodes.size() - 1;
        if (retired.isEmpty() || last < 0 || episodes.get(last).cleared().isPresent()) {
            return episodes;
        }
        List<Episode> ended = new ArrayList<>(episodes);
        ended.set(last, ended.get(last).clearedAt(retired.get()));
        return ended;
    }

    /** When its version was retired, if it was. */
    Optional<Instant> retired() {
        return retired;
    }

    /**
     * Compares with the newest window of any version.
     *
     * @return whether the version was not known to be retired and is, or the other way round
     */
    boolean retireBefore(Instant newest) {
        Optional<Instant> before = retired;
        retired = newest().map(end -> end.plus(retiredAfter())).filter(newest::isAfter);
        return !retired.equals(before);
    }

    private Duration retiredAfter() {
        Observation last = windows.lastEntry().getValue();
        Duration two = Duration.between(last.start(), last.end()).multipliedBy(2);
        return two.compareTo(RETIRED_AFTER) > 0 ? two : RETIRED_AFTER;
    }

    /** The tags that another window holds already, if they are the same: there is one copy of them, not one a window. */
    private Tags tags(Observation window) {
        return windows.isEmpty() || !windows.lastEntry().getValue().tags().equals(window.tags())
                ? window.tags()
                : windows.lastEntry().getValue().tags();
    }

    Base base() {
        return base;
    }

    Optional<Instant> newest() {
        return windows.isEmpty() ? Optional.empty() : Optional.of(windows.lastKey());
    }

    private void trim(List<Retention> changes) {
        int behindBase = windows.tailMap(base.end(), false).size();
        if (behindBase <= KEPT) {
            return;
        }
        List<Observation> old =
                List.copyOf(windows.headMap(windows.tailMap(base.end(), false).firstKey(), true)
                        .values());
        base = new Base(
                old.get(old.size() - 1).end(), Timeline.of(rule, base, old).last());
        changes.add(new Retention.Rebase(rule.name(), instance, base));
        for (Observation window : old.subList(0, Math.max(0, old.size() - rule.memory()))) {
            windows.remove(window.end());
            changes.add(new Retention.Forget(rule.name(), window.tags(), window.end()));
        }
    }
}
