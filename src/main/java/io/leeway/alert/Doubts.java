package io.leeway.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with conditions that can be read: they never hold, always hold, or stand in each other's way. Only what is
 * certain is told: a quantity of which nothing is known may have any value.
 */
public final class Doubts {
    private Doubts() {}

    /** Why a condition is of no use, if so. */
    public static Optional<String> about(Condition condition) {
        return condition
                .comparisons()
                .flatMap(comparison -> aboutOne(comparison).stream())
                .findFirst()
                .or(() -> alternatives(condition)
                        .filter(Doubts::isImpossible)
                        .findFirst()
                        .map(unused ->
                                "no window meets this: its parts contradict each other; join them by or, or change"
                                        + " a limit"))
                .or(() -> Optional.of("every window meets this; leave a part out, or change a limit")
                        .filter(unused -> isCertain(condition)));
    }

    /**
     * Why a rule that fires on one of these does not clear on that, if so: a window meets both. Told only where one speaks of
     * no figure that the other leaves out, and of none that hang together in ways unknown here.
     */
    public static Optional<String> aboutClearing(Condition fires, Condition clears) {
        return alternatives(fires)
                .filter(each -> quantities(each).containsAll(quantities(clears))
                        || quantities(clears).containsAll(quantities(each)))
                .filter(each -> !related(each, clears))
                .flatMap(each -> bothAtOnce(each, clears).stream())
                .findFirst();
    }

    private static Optional<String> bothAtOnce(Condition fires, Condition clears) {
        return Cases.of(List.of(fires, clears))
                .flatMap(cases -> cases.first(it -> it.meets(fires) && it.meets(clears)))
                .map(both -> "a window can raise and clear this rule at once"
                        + both.example().map(it -> ", one with " + it).orElse("")
                        + "; let clear begin where the levels end");
    }

    /** Whether whatever meets one level meets the other at once, and no later. */
    public static boolean isImplied(Trigger trigger, Trigger other) {
        boolean asSoon = other.count().breaches() <= trigger.count().breaches()
                && other.count().of() >= trigger.count().of();
        return (asSoon || other.count().equals(Count.ONCE))
                && Cases.of(List.of(trigger.when(), other.when()))
                        .filter(cases -> cases.first(it -> it.meets(trigger.when()) && !it.meets(other.when()))
                                .isEmpty())
                        .isPresent();
    }

    private static Optional<String> aboutOne(Condition.Comparison comparison) {
        Bound bound = Bound.of(comparison);
        if (isImpossible(comparison)) {
            return Optional.of(comparison.text() + " is never true" + because(bound));
        }
        return isCertain(comparison)
                ? Optional.of(comparison.text() + " is always true" + because(bound))
                : Optional.empty();
    }

    private static String because(Bound bound) {
        if (bound.quantity().size() != 1 || !bound.range().isBounded()) {
            return "; compare it with something else";
        }
        String figure = bound.quantity().firstKey();
        boolean percent = bound.range().most() <= 2 && bound.limit() > 1 && bound.limit() <= 100;
        return ": " + figure + " " + bound.range().words()
                + (percent ? "; write " + TitleFilter.PLAIN.write(bound.limit()).replaceAll("\\.?0+$", "") + "%" : "");
    }

    private static boolean isImpossible(Condition condition) {
        return Cases.of(List.of(condition))
                .filter(cases -> cases.first(it -> it.meets(condition)).isEmpty())
                .isPresent();
    }

    private static boolean isCertain(Condition condition) {
        return Cases.of(List.of(condition))
                .filter(cases -> cases.first(it -> !it.meets(condition)).isEmpty())
                .isPresent();
    }

    private static Stream<Condition> alternatives(Condition condition) {
        return condition instanceof Condition.Either either
                ? Stream.concat(alternatives(either.left()), alternatives(either.right()))
                : Stream.of(condition);
    }

    private static Set<SortedMap<String, Double>> quantities(Condition condition) {
        return condition
                .comparisons()
                .map(comparison -> Bound.of(comparison).quantity())
                .collect(Collectors.toSet());
    }

    /** Whether conditions speak of figures that hang together, as a metric and its interval do. */
    private static boolean related(Condition one, Condition other) {
        List<String> roots = quantities(new Condition.Both(one, other)).stream()
                .flatMap(
                        quantity -> quantity.keySet().stream().map(Doubts::root).distinct())
                .toList();
        return roots.stream().distinct().count() < roots.size();
    }

    private static String root(String figure) {
        return figure.replaceFirst("^baseline\\.", "")
                .replaceFirst("_(low|high)$", "")
                .replaceFirst("^(psi|coverage|burn)_.*$", "$1");
    }
}
