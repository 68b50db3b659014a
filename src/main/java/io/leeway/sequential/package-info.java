/**
 * Detectors that watch a stream in order and say when it has changed. What they watch is standardised: a mean of 0 and a
 * standard deviation of 1 as long as nothing changes, so that one threshold serves every stream, solved for a stated mean
 * time between false alarms. Pure functions of the steps they were given; they know no clock and no window.
 */
@NullMarked
package io.leeway.sequential;

import org.jspecify.annotations.NullMarked;
