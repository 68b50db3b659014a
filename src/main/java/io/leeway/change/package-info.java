/**
 * Changes in the stream of labels as they become known, day by day, whenever their predictions were made. A day's labels
 * are a sum, so neither the order in which labels come nor the lanes that count them matter; the days in their order are
 * what detectors are shown. Knows no window, no store and no clock.
 */
@NullMarked
package io.leeway.change;

import org.jspecify.annotations.NullMarked;
