package io.leeway.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The history of one instance of a rule: where it stood behind every window, and the episodes in which it fired. A
 * function of the rule and the windows in the order of their ends, so that late and revised windows lead to the same end
 * as punctual ones.
 *
 * <p>A level rises with the window that meets its trigger, and only with one that itself breaches; it falls only to
 * nothing, through the rule's {@code clear}. Windows before a clearing do not count towards the next episode. A window
 * without a verdict changes nothing.
 *
 * <p>While it flaps ({@link Flapping}) its episode goes on, whether it fires or not, until it has settled.
 */
public final class Timeline {
    private final Rule rule;
    private final int most;
    private final List<Judgement> counting = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final List<Episode> episodes;
    private Instant end;
    private Turns turns;

    private Timeline(Rule rule, Base base) {
        this.rule = rule;
        this.most = rule.counting();
        this.episodes = new ArrayList<>(base.episodes());
        this.end = base.end();
        this.turns = base.turns();
    }

    /** The history of these windows. */
    public static Timeline of(Rule rule, List<Observation> windows) {
        return of(rule, Base.NONE, windows);
    }

    /** The history of these windows behind a base; windows up to its end only count towards later ones. */
    static Timeline of(Rule rule, Base base, List<Observation> windows) {
        Timeline timeline = new Timeline(rule, base);
        for (Observation window : rule.derivation().of(windows)) {
            Judgement judgement = Judgement.of(rule, window);
            if (window.end().isAfter(base.end())) {
                Optional<Reason> reason = timeline.step(judgement);
                timeline.standings.add(timeline.standing(judgement, reason));
            } else {
                timeline.count(judgement);
            }
        }
        return timeline;
    }

    /** The history behind a base, of which no more is asked than where it leads. */
    static Timeline behind(Rule rule, Base base, List<Observation> windows) {
        Timeline timeline = new Timeline(rule, base);
        for (Observation window : rule.derivation().of(windows)) {
            if (window.end().isAfter(base.end())) {
                timeline.next(window);
            } else {
                timeline.count(Judgement.of(rule, window));
            }
        }
        return timeline;
    }

    /** Goes on with a window that is newer than all before, with what is worked out for it. */
    void next(Observation window) {
        var unused = step(Judgement.of(rule, window));
    }

    /** Where the instance stands behind the newest window. */
    Base stand() {
        return new Base(end, episodes, turns);
    }

    /** One for every window behind the base, oldest first. */
    public List<Standing> standings() {
        return List.copyOf(standings);
    }

    /** Oldest first; the last may be open. */
    public List<Episode> episodes() {
        return List.copyOf(episodes);
    }

    private Optional<Episode> last() {
        return episodes.isEmpty() ? Optional.empty() : Optional.of(episodes.get(episodes.size() - 1));
    }

    private Optional<Episode> open() {
        return last().filter(episode -> episode.cleared().isEmpty());
    }

    private Optional<Reason> step(Judgement judgement) {
        end = judgement.window().end();
        count(judgement);
        return judgement.known() ? judged(judgement) : Optional.empty();
    }

    private void count(Judgement judgement) {
        boolean before = turns.ceased()
                .filter(ceased -> !judgement.window().end().isAfter(ceased))
                .isPresent();
        if (!before) {
            counting.add(judgement);
        }
        if (counting.size() > most) {
            counting.remove(0);
        }
    }

    private Optional<Reason> judged(Judgement judgement) {
        Optional<Reached> reached = reached();
        boolean stays =
                turns.fires() && first(rule.clear().count(), Judgement::clear).isEmpty();
        boolean ceases = turns.fires() && !stays && reached.isEmpty();
        turns = turns.then(reached.isPresent() || stays, end);
        if (ceases) {
            counting.clear();
        }
        Optional<Episode> open = open();
        if (open.isPresent()) {
            return goesOn(open.get(), reached, judgement);
        }
        reached.ifPresent(level -> episodes.add(level.episode(rule, judgement).flapping(flapping(Optional.empty()))));
        return reached.map(level -> Reason.BREACH);
    }

    private Optional<Reason> goesOn(Episode open, Optional<Reached> reached, Judgement judgement) {
        Episode seen = open.seen(judgement.finding(rule))
                .raised(reached.map(Reached::level).orElse(open.level()))
                .flapping(flapping(open.flapping()));
        boolean over = !turns.fires() && seen.flapping().isEmpty();
        replaceLast(over ? seen.clearedAt(end) : seen);
        if (over) {
            return Optional.of(open.flapping().isPresent() ? Reason.SETTLED : Reason.CLEARED);
        }
        if (seen.level().compareTo(open.level()) > 0) {
            return Optional.of(Reason.WORSE);
        }
        return open.flapping().isPresent() == seen.flapping().isPresent()
                ? Optional.empty()
                : Optional.of(seen.flapping().isPresent() ? Reason.FLAPPING : Reason.SETTLED);
    }

    /** Since when it flaps, if it did until now since {@code before}. */
    private Optional<Instant> flapping(Optional<Instant> before) {
        return rule.flapping().holds(before.isPresent(), turns.share())
                ? Optional.of(before.orElse(end))
                : Optional.empty();
    }

    private void replaceLast(Episode episode) {
        episodes.set(episodes.size() - 1, episode);
    }

    /** The highest level that the newest window reaches. */
    private Optional<Reached> reached() {
        return rule.levels().keySet().stream()
                .flatMap(level -> reached(level).stream())
                .reduce((lower, higher) -> higher);
    }

    private Optional<Reached> reached(Level level) {
        List<Trigger> triggers = rule.triggers(level);
        for (int i = 0; i < triggers.size(); i++) {
            int trigger = i;
            Optional<Judgement> first = first(triggers.get(i).count(), judgement -> judgement.answer(level, trigger));
            if (first.isPresent()) {
                return Optional.of(new Reached(level, first.get()));
            }
        }
        return Optional.empty();
    }

    /** The oldest of the windows that together meet a count, if they do and the newest window is one of them. */
    private Optional<Judgement> first(Count count, Function<Judgement, Truth> answer) {
        List<Judgement> met = met(count, answer);
        boolean newest = !counting.isEmpty() && answer.apply(counting.get(counting.size() - 1)) == Truth.TRUE;
        return newest && met.size() >= count.breaches() ? Optional.of(met.get(met.size() - 1)) : Optional.empty();
    }

    /** The windows that meet a condition among those that count, newest first. */
    private List<Judgement> met(Count count, Function<Judgement, Truth> answer) {
        List<Judgement> met = new ArrayList<>();
        int known = 0;
        int oldest = Math.max(0, counting.size() - 2 * count.of());
        for (int i = counting.size() - 1; i >= oldest && known < count.of(); i--) {
            Truth truth = answer.apply(counting.get(i));
            known += truth.known() ? 1 : 0;
            if (truth == Truth.TRUE) {
                met.add(counting.get(i));
            }
        }
        return met;
    }

    private Standing standing(Judgement judgement, Optional<Reason> reason) {
        Optional<Episode> open = open();
        return new Standing(
                judgement.window().end(),
                open.map(Episode::level),
                open.isPresent() ? Optional.empty() : pending(),
                open.map(Episode::fired),
                open.flatMap(Episode::flapping).isPresent(),
                judgement.known(),
                reason);
    }

    private Optional<Level> pending() {
        return rule.levels().keySet().stream().filter(this::begun).reduce(Level::or);
    }

    private boolean begun(Level level) {
        List<Trigger> triggers = rule.triggers(level);
        for (int i = 0; i < triggers.size(); i++) {
            int trigger = i;
            if (!met(triggers.get(i).count(), judgement -> judgement.answer(level, trigger))
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** A level that has been reached, and the first window that counted. */
    private record Reached(Level level, Judgement first) {
        Episode episode(Rule rule, Judgement newest) {
            Finding begin = first.finding(rule);
            return new Episode(
                            begin.start(),
                            begin.end(),
                            newest.window().end(),
                            level,
                            Optional.empty(),
                            Optional.empty(),
                            begin,
                            begin)
                    .seen(newest.finding(rule));
        }
    }
}
