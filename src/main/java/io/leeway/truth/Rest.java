package io.leeway.truth;

/** All outcomes of a tally but those of a part. */
@FunctionalInterface
public interface Rest {
    /**
     * Their metrics, as far as they can be told at little cost; without the calibration line, the median and the largest
     * error, whose bounds are then those of independent rows.
     *
     * @param part of which all outcomes are in the tally
     */
    Performance without(Tally part);
}
