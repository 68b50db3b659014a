/**
 * How well a classifier does before its labels come, from its scores alone: a calibration learned on the reference says how
 * likely each score is right, and the counts of scores and decisions in a window do the rest. It is right as long as the
 * score means what it meant on the reference; labels that come later are set beside it, and an estimate that missed them is
 * not trusted any more. Knows nothing of windows, labels' arrival, stores or transports.
 */
@NullMarked
package io.leeway.estimate;

import org.jspecify.annotations.NullMarked;
