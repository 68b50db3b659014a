package io.leeway.alert;

/**
 * What one comparison of a condition found in a window.
 *
 * @param what the figure, or the formula, on the side of the window
 * @param limit what it was compared with
 */
public record Evidence(String what, double value, Relation relation, double limit) {
    public boolean holds() {
        return relation.holds(value, limit);
    }

    /** How far beyond the limit the value is, as a share of the limit; 0 when the comparison does not hold. */
    public double excess() {
        return holds() ? Math.abs(value - limit) / Math.max(Math.abs(limit), 1e-9) : 0;
    }

    Evidence turned(String other) {
        return new Evidence(other, limit, relation.turned(), value);
    }
}
