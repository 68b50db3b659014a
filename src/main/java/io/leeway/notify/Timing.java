package io.leeway.notify;

import io.leeway.notify.Plan.Cause;
import io.leeway.routing.Destination;
import io.leeway.routing.Hours;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When something is told. A plan goes from stage to stage, and each may put it off. It is worked out anew at the time to
 * which it was put off, and a little behind it: so the stages before the last count from when something happened, never from
 * now, lest a daily time that has just passed becomes that of tomorrow for ever.
 */
final class Timing {
    private static final List<Stage> STAGES = List.of(
            Timing::notTooSoon, Timing::notAcknowledged, Timing::notSilenced, Timing::inItsDigest, Timing::inHours);

    private Timing() {}

    /** What somebody will be told next; empty if nothing is foreseen. */
    static Optional<Plan> plan(Situation situation, Instant now) {
        return Topic.of(situation)
                .flatMap(occasion -> first(situation, occasion, now))
                .map(plan -> through(plan, situation, now));
    }

    private static Plan through(Plan first, Situation situation, Instant now) {
        Plan plan = first;
        for (Stage stage : STAGES) {
            plan = stage.apply(plan, situation, now);
        }
        return plan;
    }

    /** The plan from when on there is something to tell; empty where nothing will be, however long it lasts. */
    private static Optional<Plan> first(Situation situation, Occasion occasion, Instant now) {
        return switch (occasion) {
            case REPEATED -> repetition(situation);
            case ESCALATED -> escalation(situation);
            case SILENCE_ENDED,
                    OPENED,
                    FOUND_LATE,
                    WORSENED,
                    SPREAD,
                    REOPENED,
                    FLAPPING,
                    SETTLED,
                    CONFIRMED,
                    REFUTED,
                    RESOLVED,
                    WITHDRAWN -> {
                Instant since = situation
                        .conversation()
                        .stirred()
                        .or(() -> situation.heard().map(Heard::at))
                        .orElse(now);
                yield Optional.of(new Plan(occasion, since, Plan.Way.ALONE, Cause.NOTHING));
            }
        };
    }

    private static Optional<Plan> repetition(Situation situation) {
        Duration every = pace(situation).repeatEvery();
        return situation
                .heard()
                .filter(unused -> !every.isZero())
                .map(heard -> new Plan(Occasion.REPEATED, heard.at().plus(every), Plan.Way.ALONE, Cause.REPEAT_EVERY));
    }

    private static Optional<Plan> escalation(Situation situation) {
        return situation
                .destination()
                .flatMap(Destination::escalation)
                .flatMap(step -> situation
                        .toldFirst()
                        .map(told -> new Plan(
                                Occasion.ESCALATED, told.plus(step.after()), Plan.Way.ALONE, Cause.ESCALATION)));
    }

    private static Plan notTooSoon(Plan plan, Situation situation, Instant now) {
        Pace pace = pace(situation);
        if (situation.heard().isEmpty()) {
            return plan.occasion() == Occasion.ESCALATED
                    ? plan
                    : plan.notBefore(plan.when().plus(pace.first()), Cause.WAIT);
        }
        boolean small = plan.occasion() == Occasion.SPREAD || plan.occasion() == Occasion.REOPENED;
        Instant last = situation.heard().get().at();
        return small ? plan.notBefore(last.plus(pace.updateEvery()), Cause.UPDATE_EVERY) : plan;
    }

    private static Plan notAcknowledged(Plan plan, Situation situation, Instant now) {
        boolean asks = plan.occasion() == Occasion.REPEATED || plan.occasion() == Occasion.ESCALATED;
        return situation
                .attention()
                .acknowledgedUntil()
                .filter(unused -> asks)
                .map(until -> plan.notBefore(until, Cause.ACKNOWLEDGED))
                .orElse(plan);
    }

    /** Whoever heard of an incident hears of its end, silenced or not. */
    private static Plan notSilenced(Plan plan, Situation situation, Instant now) {
        boolean told = plan.occasion().ends() && situation.heard().isPresent();
        return situation
                .attention()
                .silencedUntil()
                .filter(unused -> !told)
                .map(until -> plan.notBefore(until, Cause.SILENCED))
                .orElse(plan);
    }

    private static Plan inHours(Plan plan, Situation situation, Instant now) {
        Optional<Hours> hours = situation.destination().map(Destination::policy).flatMap(Policy::hours);
        if (hours.isEmpty() || hours.get().outside() == Hours.Outside.SEND) {
            return plan;
        }
        Instant earliest = plan.when().isBefore(now) ? now : plan.when();
        Plan held = plan.notBefore(hours.get().next(earliest), Cause.HOURS);
        boolean together =
                hours.get().outside() == Hours.Outside.DIGEST && !hours.get().contain(plan.when());
        return together ? held.inDigest() : held;
    }

    private static Plan inItsDigest(Plan plan, Situation situation, Instant now) {
        return situation
                .receiver()
                .digest()
                .filter(digest -> digest.levels().contains(situation.incident().level()))
                .map(digest -> plan.notBefore(digest.at().next(plan.when()), Cause.DIGEST)
                        .inDigest())
                .orElse(plan);
    }

    private static Pace pace(Situation situation) {
        return situation
                .destination()
                .orElseGet(() -> plain(situation))
                .policy()
                .pace();
    }

    private static Destination plain(Situation situation) {
        return new Destination(situation.receiver().name(), Policy.PLAIN, Optional.empty());
    }

    /** Puts a plan off, or lets it pass. */
    @FunctionalInterface
    private interface Stage {
        Plan apply(Plan plan, Situation situation, Instant now);
    }
}
