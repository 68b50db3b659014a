package io.leeway.alert;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A question to a window, answered in three values. */
public sealed interface Condition extends Expression {
    Truth of(Observation window);

    /** The condition that is true exactly when this one is false, and unknown when this one is (De Morgan's laws). */
    Condition negated();

    /** What each of its comparisons found whose two sides exist, in the order in which they are written. */
    Stream<Evidence> evidence(Observation window);

    /** Its comparisons, in the order in which they are written. */
    Stream<Comparison> comparisons();

    /** Compares two amounts. */
    record Comparison(Amount left, Relation relation, Amount right) implements Condition {
        @Override
        public Truth of(Observation window) {
            return evidence(window)
                    .findFirst()
                    .map(found -> Truth.of(found.holds()))
                    .orElse(Truth.UNKNOWN);
        }

        @Override
        public Condition negated() {
            return new Comparison(left, relation.negated(), right);
        }

        @Override
        public Stream<Evidence> evidence(Observation window) {
            OptionalDouble value = left.of(window);
            OptionalDouble limit = right.of(window);
            if (value.isEmpty() || limit.isEmpty()) {
                return Stream.empty();
            }
            Evidence found = new Evidence(left.text(), value.getAsDouble(), relation, limit.getAsDouble());
            return Stream.of(left.figures().isEmpty() ? found.turned(right.text()) : found);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(this);
        }

        /** As it is written, with the stored names of its figures. */
        public String text() {
            return left.text() + " " + relation.symbol() + " " + right.text();
        }

        @Override
        public Set<String> figures() {
            return union(left, right);
        }
    }

    /** True if both are. */
    record Both(Condition left, Condition right) implements Condition {
        @Override
        public Truth of(Observation window) {
            return left.of(window).and(right.of(window));
        }

        @Override
        public Condition negated() {
            return new Either(left.negated(), right.negated());
        }

        @Override
        public Stream<Evidence> evidence(Observation window) {
            return Stream.concat(left.evidence(window), right.evidence(window));
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.concat(left.comparisons(), right.comparisons());
        }

        @Override
        public Set<String> figures() {
            return union(left, right);
        }
    }

    /** True if one of them is. */
    record Either(Condition left, Condition right) implements Condition {
        @Override
        public Truth of(Observation window) {
            return left.of(window).or(right.of(window));
        }

        @Override
        public Condition negated() {
            return new Both(left.negated(), right.negated());
        }

        @Override
        public Stream<Evidence> evidence(Observation window) {
            return Stream.concat(left.evidence(window), right.evidence(window));
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.concat(left.comparisons(), right.comparisons());
        }

        @Override
        public Set<String> figures() {
            return union(left, right);
        }
    }

    /** True if any of them is. */
    static Condition anyOf(List<Condition> conditions) {
        return conditions.stream().reduce(Either::new).orElseThrow();
    }

    private static Set<String> union(Expression left, Expression right) {
        Set<String> all = new TreeSet<>(left.figures());
        all.addAll(right.figures());
        return all;
    }
}
