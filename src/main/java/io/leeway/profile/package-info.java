/**
 * Profiles: what a window's predictions look like, as counts on the bins of a baseline, counts of categories and moments.
 * A profile is a sum: of batches, of lanes, of hours. Knows no label, no verdict and no store.
 */
@NullMarked
package io.leeway.profile;

import org.jspecify.annotations.NullMarked;
