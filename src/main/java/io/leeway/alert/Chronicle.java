package io.leeway.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one rule made of every window of one instance that is remembered: the evaluator's own account, for whoever asks why.
 *
 * @param steps oldest first
 */
public record Chronicle(Tags instance, List<Step> steps) {
    public Chronicle {
        steps = List.copyOf(steps);
    }

    /** The chronicles of all instances of a rule, from what is remembered of it. */
    public static List<Chronicle> of(Rule rule, Collection<Observation> windows, Collection<Retention.Rebase> bases) {
        Map<Tags, List<Observation>> byInstance = new TreeMap<>();
        windows.stream()
                .filter(rule.watch()::includes)
                .forEach(window -> byInstance
                        .computeIfAbsent(rule.watch().instance(window), instance -> new ArrayList<>())
                        .add(window));
        List<Chronicle> all = new ArrayList<>();
        byInstance.forEach((instance, kept) ->
                all.add(new Chronicle(instance, steps(rule, base(instance, bases), kept))));
        return all;
    }

    /** Where the instance stands now; empty if all that is known of it lies too far back. */
    public Optional<Standing> standing() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).standing());
    }

    private static Base base(Tags instance, Collection<Retention.Rebase> bases) {
        return bases.stream()
                .filter(base -> base.instance().equals(instance))
                .map(Retention.Rebase::base)
                .findFirst()
                .orElse(Base.NONE);
    }

    private static List<Step> steps(Rule rule, Base base, List<Observation> kept) {
        List<Observation> windows =
                kept.stream().sorted(Comparator.comparing(Observation::end)).toList();
        List<Standing> standings = Timeline.of(rule, base, windows).standings();
        List<Observation> behind =
                rule.derivation().of(windows).subList(windows.size() - standings.size(), windows.size());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            steps.add(step(rule, behind.get(i), standings.get(i)));
        }
        return steps;
    }

    private static Step step(Rule rule, Observation window, Standing standing) {
        Judgement judgement = Judgement.of(rule, window);
        List<Answer> answers = new ArrayList<>();
        rule.levels().keySet().forEach(level -> answers.addAll(answers(rule, level, judgement)));
        answers.add(new Answer("clear", rule.clear(), judgement.clear(), found(rule.clear(), window)));
        return new Step(window, rule.trust().in(window), answers, standing);
    }

    private static List<Answer> answers(Rule rule, Level level, Judgement judgement) {
        List<Answer> answers = new ArrayList<>();
        for (Trigger trigger : rule.triggers(level)) {
            answers.add(new Answer(
                    level.text(),
                    trigger,
                    judgement.answer(level, answers.size()),
                    found(trigger, judgement.window())));
        }
        return answers;
    }

    private static List<Evidence> found(Trigger trigger, Observation window) {
        return trigger.when().evidence(window).toList();
    }

    /**
     * One window.
     *
     * @param trusted whether it has rows and labels enough to be judged
     * @param answers what every condition of the rule said, those of the mildest level first, {@code clear} last
     * @param standing where the instance stood behind it
     */
    public record Step(Observation window, boolean trusted, List<Answer> answers, Standing standing) {
        public Step {
            answers = List.copyOf(answers);
        }

        /** The answers of conditions that held. */
        public Stream<Answer> holding() {
            return answers.stream().filter(answer -> answer.truth() == Truth.TRUE);
        }
    }

    /**
     * What one condition said of a window.
     *
     * @param of the level it raises, or {@code clear}
     * @param truth unknown also where the window is not trusted
     * @param found what its comparisons found whose two sides exist
     */
    public record Answer(String of, Trigger trigger, Truth truth, List<Evidence> found) {
        public Answer {
            found = List.copyOf(found);
        }
    }
}
