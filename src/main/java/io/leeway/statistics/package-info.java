/**
 * Measures, tests, intervals and distributions: pure mathematics on counts and summaries. A result that does not exist is
 * absent, never NaN. Knows nothing of models, windows or time.
 */
@NullMarked
package io.leeway.statistics;

import org.jspecify.annotations.NullMarked;
