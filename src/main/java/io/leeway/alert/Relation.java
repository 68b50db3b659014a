package io.leeway.alert;

import java.util.Arrays;
import java.util.Optional;

/** How two amounts stand to each other. */
public enum Relation {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<="),
    EQUAL("="),
    DIFFERENT("!=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** The relation written so, if there is one. */
    public static Optional<Relation> of(String symbol) {
        return Arrays.stream(values())
                .filter(relation -> relation.symbol.equals(symbol))
                .findFirst();
    }

    public boolean holds(double left, double right) {
        return switch (this) {
            case ABOVE -> left > right;
            case AT_LEAST -> left >= right;
            case BELOW -> left < right;
            case AT_MOST -> left <= right;
            case EQUAL -> left == right;
            case DIFFERENT -> left != right;
        };
    }

    /** The relation that holds exactly when this one does not. */
    public Relation negated() {
        return switch (this) {
            case ABOVE -> AT_MOST;
            case AT_LEAST -> BELOW;
            case BELOW -> AT_LEAST;
            case AT_MOST -> ABOVE;
            case EQUAL -> DIFFERENT;
            case DIFFERENT -> EQUAL;
        };
    }

    /** The same relation with its sides changed. */
    public Relation turned() {
        return switch (this) {
            case ABOVE -> BELOW;
            case AT_LEAST -> AT_MOST;
            case BELOW -> ABOVE;
            case AT_MOST -> AT_LEAST;
            case EQUAL, DIFFERENT -> this;
        };
    }
}
