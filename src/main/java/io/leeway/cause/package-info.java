/**
 * What in the data explains a finding: the parts of a window that lost most of its performance, and the features that drifted,
 * those the model makes most of first. Every answer stands with its evidence; where chance explains as much, nothing is named.
 * Knows nothing of windows, stores or transports.
 */
@NullMarked
package io.leeway.cause;

import org.jspecify.annotations.NullMarked;
