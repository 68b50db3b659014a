package io.leeway.app;

import io.leeway.alert.Chronicle;
import io.leeway.alert.Count;
import io.leeway.alert.Episode;
import io.leeway.alert.Evidence;
import io.leeway.alert.Rule;
import io.leeway.alert.Standing;
import io.leeway.alert.Truth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule made of the windows of one episode, and of those before it that counted. */
record WindowsAccount(Rule rule, Episode episode) {
    private static final int BEFORE = 2;
    private static final int MOST = 30;
    private static final MathContext DIGITS = new MathContext(4);

    List<String> lines(Chronicle chronicle) {
        List<Chronicle.Step> steps = chronicle.steps();
        int from = first(steps);
        int to = end(steps);
        if (from >= to) {
            return List.of("  are not kept any more");
        }
        List<String> lines = new ArrayList<>();
        steps.subList(from, Math.min(to, from + MOST)).forEach(step -> lines.addAll(lines(step)));
        if (to - from > MOST) {
            lines.add("  and " + (to - from - MOST) + " windows more");
        }
        return lines;
    }

    /** Two windows before the first that counted. */
    private int first(List<Chronicle.Step> steps) {
        int first = 0;
        while (first < steps.size() && steps.get(first).window().end().isBefore(episode.breached())) {
            first++;
        }
        return Math.max(0, first - BEFORE);
    }

    /** Behind the window that cleared it. */
    private int end(List<Chronicle.Step> steps) {
        int end = steps.size();
        while (end > 0
                && episode.cleared()
                        .filter(steps.get(end - 1).window().end()::isAfter)
                        .isPresent()) {
            end--;
        }
        return end;
    }

    private List<String> lines(Chronicle.Step step) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + step.window().start() + " to " + step.window().end() + ", "
                + step.window().n() + " rows: " + standing(step.standing()));
        if (!step.trusted()) {
            lines.add("      not judged: rows or labels are too few for this rule");
            return lines;
        }
        step.answers().forEach(answer -> lines.add("      " + answer(answer)));
        return lines;
    }

    private static String standing(Standing standing) {
        String state = standing.level()
                .map(level -> level.text())
                .orElse(standing.pending()
                        .map(level -> level.text() + " is pending")
                        .orElse("ok"));
        return state
                + (standing.flapping() ? ", flapping" : "")
                + standing.reason().map(reason -> " (" + reason.text() + ")").orElse("")
                + (standing.judged() ? "" : ", no verdict");
    }

    private static String answer(Chronicle.Answer answer) {
        String found = answer.found().stream().map(WindowsAccount::evidence).collect(Collectors.joining("; "));
        return String.format("%-8s %-9s %s", answer.of(), count(answer.trigger().count()), said(answer.truth()))
                + (found.isEmpty() ? "figures are missing" : found);
    }

    private static String said(Truth truth) {
        return switch (truth) {
            case TRUE -> "holds      ";
            case FALSE -> "does not   ";
            case UNKNOWN -> "is unknown ";
        };
    }

    private static String count(Count count) {
        return count.equals(Count.ONCE) ? "at once" : count.breaches() + " of " + count.of();
    }

    private static String evidence(Evidence evidence) {
        return evidence.what() + " " + number(evidence.value()) + (evidence.holds() ? " is " : " is not ")
                + evidence.relation().symbol() + " " + number(evidence.limit());
    }

    private static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
