/**
 * Everything known of a model. A lane applies journal entries to partial profiles and to the
 * memory of predictions awaiting labels; the reporter merges the partials of a window, compares
 * them with the baseline and stores a {@link io.leeway.monitor.WindowReport}. Knows no thread, no clock, no transport and
 * no store but the {@code state} port.
 */
@NullMarked
package io.leeway.monitor;

import org.jspecify.annotations.NullMarked;
