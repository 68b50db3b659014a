package io.leeway.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The windows of one instance of a rule that are kept, and its episodes. A window newer than all before goes on from where
 * the instance stands; one that is late or revised has all that are kept judged anew. Not safe for threads.
 */
final class History {
    /**
     * Windows that can still be revised: 100 days or weeks is more than the 90 days for which late labels are waited for. A
     * rule that looks further back than one window has as many more.
     */
    static final int KEPT = 100;

    /** So many are forgotten together, since all are looked at for it. */
    static final int DROPPED = 25;

    /** A week without a window, and two windows at least: a weekend is no retirement. */
    private static final Duration RETIRED_AFTER = Duration.ofDays(7);

    private final Rule rule;
    private final Tags instance;
    private final Set<String> figures;
    private final int memory;
    private final Windows windows;
    private int kept;
    private Base base = Base.NONE;
    private Base stand = Base.NONE;
    private Instant needed = Instant.MIN;
    private Optional<Timeline> timeline = Optional.empty();
    private Optional<Head.Seen> seen = Optional.empty();
    private Optional<Instant> retired = Optional.empty();

    History(Rule rule, Tags instance, Shelf shelf) {
        this.rule = rule;
        this.instance = instance;
        this.figures = rule.figures();
        this.memory = rule.memory();
        this.windows = new Windows(rule.name(), shelf);
    }

    void restore(Observation window) {
        windows.put(window);
        see(window);
    }

    void restore(Base remembered) {
        base = remembered;
    }

    /** Goes on where it stood; its windows are on the shelf. */
    void restore(Head head) {
        stand = head.stand();
        needed = head.needed();
        kept = head.kept();
        seen = head.seen();
        windows.leave(head.tags());
    }

    /**
     * Takes a window, unless it is too old, an older revision, or known already. A revision that changes nothing a rule
     * looks at, as when a label comes to a window whose inputs are watched, is remembered and judged no second time.
     */
    List<Retention> accept(Observation whole) {
        if (!whole.end().isAfter(base.end())) {
            return List.of();
        }
        Observation window = whole.keeping(figures).sharing(windows.shared(whole.tags()));
        boolean newest = window.end().isAfter(stand.end());
        Optional<Observation> known = newest ? Optional.empty() : windows.at(window.end());
        if (known.filter(before -> !isNews(before, window)).isPresent()) {
            return List.of();
        }
        windows.put(window);
        List<Retention> changes = new ArrayList<>(List.of(new Retention.Keep(rule.name(), window)));
        if (known.filter(before -> before.saysTheSameAs(window)).isEmpty()) {
            kept += known.isEmpty() ? 1 : 0;
            judge(window, newest, changes);
        }
        return changes;
    }

    /** Everything is on the shelf: what the next window does not depend on need not be here. */
    void release() {
        windows.release(needed);
    }

    /** Judges all windows that are kept. Where none is left, nothing behind them is of use either. */
    void replay() {
        List<Observation> all = windows.all();
        base = all.isEmpty() ? Base.NONE : base;
        kept = (int)
                all.stream().filter(window -> window.end().isAfter(base.end())).count();
        stands(Timeline.behind(rule, base, all));
    }

    /** Oldest first; one that was open when its version was retired ended then. */
    List<Episode> episodes() {
        List<Episode> episodes = stand.episodes();
        int last = episodes.size() - 1;
        if (retired.isEmpty() || last < 0 || episodes.get(last).cleared().isPresent()) {
            return episodes;
        }
        List<Episode> ended = new ArrayList<>(episodes);
        ended.set(last, ended.get(last).clearedAt(retired.get()));
        return ended;
    }

    /** The windows that end behind an instant, each judged by itself, oldest first. */
    List<Judgement> judged(Instant since) {
        return windows.since(since).stream()
                .filter(window -> window.end().isAfter(since))
                .map(window -> Judgement.of(rule, window))
                .toList();
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
        retired = seen.map(History::retiredAt).filter(newest::isAfter);
        return !retired.equals(before);
    }

    private static Instant retiredAt(Head.Seen last) {
        Duration two = Duration.between(last.start(), last.end()).multipliedBy(2);
        return last.end().plus(two.compareTo(RETIRED_AFTER) > 0 ? two : RETIRED_AFTER);
    }

    Base base() {
        return base;
    }

    Optional<Instant> newest() {
        return Optional.of(stand.end()).filter(Instant.MIN::isBefore);
    }

    /** All that is to be remembered beside its windows; nothing of one that has none. */
    List<Retention> remembered() {
        List<Retention> remembered = new ArrayList<>();
        if (base.end().isAfter(Instant.MIN)) {
            remembered.add(new Retention.Rebase(rule.name(), instance, base));
        }
        newest().ifPresent(unused -> remembered.add(head()));
        return remembered;
    }

    Retention.Stand head() {
        return new Retention.Stand(rule.name(), instance, new Head(stand, needed, kept, seen, windows.tags()));
    }

    private static boolean isNews(Observation known, Observation window) {
        return known.revision() <= window.revision() && !known.equals(window);
    }

    private void judge(Observation window, boolean newest, List<Retention> changes) {
        see(window);
        boolean full = kept > KEPT + rule.derivation().reach() + DROPPED + spread();
        if (full) {
            trim(changes);
        }
        if (newest && !full) {
            Timeline going = timeline.orElseGet(this::resumed);
            List<Observation> tail = windows.newest(rule.derivation().reach());
            going.next(rule.derivation().of(tail).get(tail.size() - 1));
            stands(going);
        } else {
            replay();
        }
        changes.add(head());
    }

    /** Instances that began together do not forget together. */
    private int spread() {
        return Math.floorMod(instance.hashCode(), DROPPED);
    }

    private void trim(List<Retention> changes) {
        List<Observation> all = windows.all();
        Instant end = all.stream()
                .map(Observation::end)
                .filter(base.end()::isBefore)
                .skip(DROPPED)
                .findFirst()
                .orElseThrow();
        List<Observation> old =
                all.stream().filter(window -> !window.end().isAfter(end)).toList();
        base = Timeline.behind(rule, base, old).stand().shortened();
        changes.add(new Retention.Rebase(rule.name(), instance, base));
        for (Observation window : old.subList(0, Math.max(0, old.size() - memory))) {
            windows.remove(window.end());
            changes.add(new Retention.Forget(rule.name(), window.tags(), window.end()));
        }
    }

    private Timeline resumed() {
        return Timeline.behind(
                rule,
                stand,
                windows.since(needed).stream()
                        .filter(window -> !window.end().isAfter(stand.end()))
                        .toList());
    }

    private void stands(Timeline now) {
        timeline = Optional.of(now);
        stand = now.stand();
        needed = windows.newest(memory).stream()
                .findFirst()
                .map(Observation::end)
                .orElse(Instant.MIN);
    }

    /** A version is seen by its rows: empty windows go on for as long as the model has others. */
    private void see(Observation window) {
        if (window.n() > 0
                && seen.filter(before -> !window.end().isAfter(before.end())).isEmpty()) {
            seen = Optional.of(new Head.Seen(window.start(), window.end()));
        }
    }
}
