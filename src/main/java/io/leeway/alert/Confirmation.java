package io.leeway.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What labels say of an incident that was found without them.
 *
 * @param confirmed whether they show it too, and do not refute it
 * @param labels how many say so
 */
public record Confirmation(boolean confirmed, long labels) {
    /** "confirmed by 4812 labels". */
    public String sentence() {
        return (confirmed ? "confirmed by " : "refuted by ") + labels + " labels";
    }

    Reason reason() {
        return confirmed ? Reason.CONFIRMED : Reason.REFUTED;
    }

    /**
     * What the windows of labels say that lie in the time of an incident. One that is bad confirms it. It is refuted when it is
     * over and all are good, the last of them too; or, while it goes on, by a good one of which it takes up at least a half.
     *
     * @param judged windows of the rule on labels, oldest first
     */
    static Optional<Confirmation> of(Span span, List<Judgement> judged) {
        Instant end = span.cleared().orElseGet(() -> latest(span));
        List<Judgement> within = judged.stream()
                .filter(each -> each.window().start().isBefore(end)
                        && each.window().end().isAfter(span.since()))
                .toList();
        Optional<Judgement> bad = within.stream().filter(Judgement::raises).findFirst();
        if (bad.isPresent()) {
            return Optional.of(new Confirmation(true, labels(bad.get())));
        }
        return span.cleared().isPresent()
                ? over(within, end)
                : within.stream()
                        .filter(each -> each.raisesNothing() && covers(span.since(), end, each.window()))
                        .findFirst()
                        .map(each -> new Confirmation(false, labels(each)));
    }

    private static Optional<Confirmation> over(List<Judgement> within, Instant end) {
        boolean all = within.stream().allMatch(Judgement::raisesNothing)
                && within.stream().anyMatch(each -> !each.window().end().isBefore(end));
        return all
                ? Optional.of(new Confirmation(
                        false, within.stream().mapToLong(Confirmation::labels).sum()))
                : Optional.empty();
    }

    private static boolean covers(Instant since, Instant until, Observation window) {
        Instant from = since.isAfter(window.start()) ? since : window.start();
        Instant to = until.isBefore(window.end()) ? until : window.end();
        Duration half = Duration.between(window.start(), window.end()).dividedBy(2);
        return Duration.between(from, to).compareTo(half) >= 0;
    }

    private static Instant latest(Span span) {
        return span.members().stream()
                .map(member -> member.episode().latest().end())
                .max(Instant::compareTo)
                .orElse(span.opened());
    }

    private static long labels(Judgement judged) {
        return Math.round(judged.window().figure("n_labelled").orElse(0));
    }
}
