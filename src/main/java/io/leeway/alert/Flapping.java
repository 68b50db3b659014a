package io.leeway.alert;

/**
 * When an instance changes so often that its turns are not told one by one: it flaps from above one share of changes until
 * below a lower one; see {@link Turns}. Meanwhile what fires goes on although it clears.
 *
 * @param above 0 to 1; of 1 or more nothing flaps
 * @param below 0 to 1, at most {@code above}
 */
public record Flapping(double above, double below) {
    /** Six turns in twenty windows begin it, as in Nagios; its end is further off, since each beginning is a mail. */
    public static final Flapping USUAL = new Flapping(0.3, 0.15);
    /** Every turn is told. */
    public static final Flapping NEVER = new Flapping(1, 1);

    public Flapping {
        if (!(below > 0 && below <= above)) {
            throw new IllegalArgumentException("flapping ends above nothing and not above where it begins");
        }
    }

    boolean holds(boolean before, double share) {
        return above < 1 && (before ? share >= below : share > above);
    }
}
