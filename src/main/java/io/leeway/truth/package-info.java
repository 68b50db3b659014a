/**
 * Ground truth: what is remembered of a prediction until its label comes, and the mergeable tallies of labelled
 * predictions from which accuracy is computed. Knows no window, no store and no clock.
 */
@NullMarked
package io.leeway.truth;

import org.jspecify.annotations.NullMarked;
