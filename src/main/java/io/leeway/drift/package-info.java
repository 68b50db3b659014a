/**
 * Whether what arrives still looks like what the model was built on: baselines, the figures of a window against one, and
 * the verdict. Knows no store, no transport and no time but what it is given.
 */
@NullMarked
package io.leeway.drift;

import org.jspecify.annotations.NullMarked;
