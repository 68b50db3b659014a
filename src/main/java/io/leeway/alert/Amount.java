package io.leeway.alert;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A number computed from the figures of a window. It does not exist when a figure is missing, nor as 1/0. */
public sealed interface Amount extends Expression {
    OptionalDouble of(Observation window);

    /** As it is written, with the stored names of its figures. */
    String text();

    /** A number. */
    record Constant(double value, String text) implements Amount {
        @Override
        public OptionalDouble of(Observation window) {
            return OptionalDouble.of(value);
        }

        @Override
        public Set<String> figures() {
            return Set.of();
        }
    }

    /** A figure of the window. */
    record Figure(String name) implements Amount {
        @Override
        public OptionalDouble of(Observation window) {
            return window.figure(name);
        }

        @Override
        public String text() {
            return name;
        }

        @Override
        public Set<String> figures() {
            return Set.of(name);
        }
    }

    /** Two amounts joined by an operator. */
    record Arithmetic(Amount left, Operator operator, Amount right) implements Amount {
        @Override
        public OptionalDouble of(Observation window) {
            return operator.of(left.of(window), right.of(window));
        }

        @Override
        public String text() {
            return "(" + left.text() + " " + operator.symbol + " " + right.text() + ")";
        }

        @Override
        public Set<String> figures() {
            return union(List.of(left, right));
        }
    }

    /** The size of an amount without its sign. */
    record Absolute(Amount of) implements Amount {
        @Override
        public OptionalDouble of(Observation window) {
            OptionalDouble value = of.of(window);
            return value.isPresent() ? OptionalDouble.of(Math.abs(value.getAsDouble())) : value;
        }

        @Override
        public String text() {
            return "abs(" + of.text() + ")";
        }

        @Override
        public Set<String> figures() {
            return of.figures();
        }
    }

    /** The least or the greatest of some amounts; does not exist when one of them does not. */
    record Extreme(Operator which, List<Amount> amounts) implements Amount {
        public Extreme {
            amounts = List.copyOf(amounts);
        }

        @Override
        public OptionalDouble of(Observation window) {
            return amounts.stream()
                    .map(amount -> amount.of(window))
                    .reduce(which::of)
                    .orElseThrow();
        }

        @Override
        public String text() {
            return which.symbol + amounts.stream().map(Amount::text).collect(Collectors.joining(", ", "(", ")"));
        }

        @Override
        public Set<String> figures() {
            return union(amounts);
        }
    }

    /** What joins two amounts. */
    enum Operator {
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/"),
        MIN("min"),
        MAX("max");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        OptionalDouble of(OptionalDouble left, OptionalDouble right) {
            if (left.isEmpty() || right.isEmpty()) {
                return OptionalDouble.empty();
            }
            double value = apply(left.getAsDouble(), right.getAsDouble());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        }

        private double apply(double left, double right) {
            return switch (this) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case OVER -> left / right;
                case MIN -> Math.min(left, right);
                case MAX -> Math.max(left, right);
            };
        }
    }

    private static Set<String> union(List<Amount> amounts) {
        return amounts.stream()
                .flatMap(amount -> amount.figures().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
