/**
 * Mergeable summaries of values: moments, counts on bins, counts of categories, each with its own versioned bytes. What is
 * merged in any order has the same counts. Knows nothing of models, features or time.
 */
@NullMarked
package io.leeway.sketch;

import org.jspecify.annotations.NullMarked;
