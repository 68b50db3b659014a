package io.leeway.app;

import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.rehearsal.Backtest;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** A backtest as a person reads it: figures first, then the incidents one by one. */
record BacktestTable(Backtest present, ZoneId zone) {
    private static final String NOT = "-";

    String alone() {
        return figures(Optional.empty()) + incidents(Optional.empty());
    }

    /** Beside what other rules would have done. */
    String beside(Backtest proposed) {
        return figures(Optional.of(proposed)) + incidents(Optional.of(proposed));
    }

    private String figures(Optional<Backtest> proposed) {
        StringBuilder out = new StringBuilder(row("", "present", proposed.map(unused -> "proposed")));
        line(out, "incidents", test -> test.incidents().size(), proposed);
        line(out, "  critical", BacktestTable::critical, proposed);
        line(out, "mails", test -> test.mails().size(), proposed);
        people(proposed).forEach(person -> {
            line(out, "  to " + person, test -> test.mailsTo(person), proposed);
            line(out, "  nights of theirs", test -> test.nights(person, zone).size(), proposed);
        });
        rules(proposed).forEach(rule -> line(out, "of rule " + rule, test -> of(rule, test), proposed));
        return out.append(System.lineSeparator()).toString();
    }

    private String incidents(Optional<Backtest> proposed) {
        StringBuilder out = new StringBuilder();
        both(proposed)
                .flatMap(test -> test.incidents().stream())
                .map(Listed::of)
                .distinct()
                .sorted(Comparator.comparing(Listed::opened).thenComparing(Listed::title))
                .forEach(listed ->
                        out.append(row(listed.text(), mark(present, listed), proposed.map(it -> mark(it, listed)))));
        return out.toString();
    }

    private static String mark(Backtest test, Listed listed) {
        return test.incidents().stream()
                .filter(incident -> Listed.of(incident).equals(listed))
                .map(incident -> incident.level().text())
                .findFirst()
                .orElse(NOT);
    }

    private void line(StringBuilder out, String what, ToLongFunction<Backtest> figure, Optional<Backtest> proposed) {
        out.append(row(
                what,
                Long.toString(figure.applyAsLong(present)),
                proposed.map(test -> Long.toString(figure.applyAsLong(test)))));
    }

    private static String row(String what, String present, Optional<String> proposed) {
        return String.format(
                "%-64s %9s%s%n",
                what, present, proposed.map(it -> String.format(" %9s", it)).orElse(""));
    }

    private static long critical(Backtest test) {
        return test.incidents().stream()
                .filter(incident -> incident.level() == Level.CRITICAL)
                .count();
    }

    private static long of(String rule, Backtest test) {
        return test.incidents().stream()
                .filter(incident -> incident.rule().equals(rule))
                .count();
    }

    private List<String> people(Optional<Backtest> proposed) {
        return both(proposed)
                .flatMap(test -> test.people().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Iterable<String> rules(Optional<Backtest> proposed) {
        TreeSet<String> rules = new TreeSet<>();
        both(proposed).forEach(test -> test.incidents().forEach(incident -> rules.add(incident.rule())));
        return rules;
    }

    private Stream<Backtest> both(Optional<Backtest> proposed) {
        return Stream.concat(Stream.of(present), proposed.stream());
    }

    /** An incident by what two sets of rules may have in common of it. */
    private record Listed(String opened, String title) {
        static Listed of(Incident incident) {
            return new Listed(incident.span().opened().toString(), incident.title());
        }

        String text() {
            return opened.substring(0, 16).replace('T', ' ') + "  " + title;
        }
    }
}
