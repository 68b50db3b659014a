package io.leeway.yaml;

import io.leeway.alert.Doubts;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.alert.Trigger;
import java.util.List;

/** Tells what makes no sense of a rule whose every word is understood. */
final class Sense {
    private final Section section;
    private final Rule rule;

    private Sense(Section section, Rule rule) {
        this.section = section;
        this.rule = rule;
    }

    static void check(Section section, Rule rule) {
        new Sense(section, rule).check();
    }

    private void check() {
        section.section("levels").ifPresent(levels -> {
            for (Level level : Level.values()) {
                check(levels.sections(level.text()), rule.triggers(level));
            }
            checkOrder(levels);
        });
        section.section("clear").ifPresent(clear -> {
            check(clear, rule.clear());
            rule.levels().values().stream()
                    .flatMap(List::stream)
                    .flatMap(fires ->
                            Doubts.aboutClearing(fires.when(), rule.clear().when()).stream())
                    .findFirst()
                    .ifPresent(doubt -> tell(clear, doubt));
        });
    }

    /** Sections that could not be read have no trigger, and have been told already. */
    private static void check(List<Section> written, List<Trigger> read) {
        if (written.size() == read.size()) {
            for (int i = 0; i < read.size(); i++) {
                check(written.get(i), read.get(i));
            }
        }
    }

    private static void check(Section written, Trigger read) {
        Doubts.about(read.when()).ifPresent(doubt -> tell(written, doubt));
    }

    private void checkOrder(Section levels) {
        List<Trigger> mild = rule.triggers(Level.WARNING);
        List<Trigger> worse = rule.triggers(Level.CRITICAL);
        if (!mild.isEmpty()
                && mild.stream().allMatch(each -> worse.stream().anyMatch(it -> Doubts.isImplied(each, it)))) {
            levels.problem(
                    "critical",
                    "critical is reached whenever warning is, so nobody is ever warned; make critical stricter, or"
                            + " leave warning out");
        }
    }

    private static void tell(Section written, String doubt) {
        written.text("when").ifPresentOrElse(text -> text.problem(doubt), () -> written.problem(doubt));
    }
}
