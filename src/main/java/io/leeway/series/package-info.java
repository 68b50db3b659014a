/**
 * The time series we write: the {@link io.leeway.series.Vocabulary} of every measurement with its tags and typed fields,
 * points in it, and the ports through which points leave and come back. Knows no database.
 */
@NullMarked
package io.leeway.series;

import org.jspecify.annotations.NullMarked;
