/**
 * Labels and what they say of a model: a prediction meets its ground truth, a tally sums up what a window knows of such
 * pairs, and performance metrics are read from it. Tallies merge by addition, in any order, with the same result to the
 * bit. Knows nothing of windows, stores or transports.
 */
@NullMarked
package io.leeway.truth;

import org.jspecify.annotations.NullMarked;
