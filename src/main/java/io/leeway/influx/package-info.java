/**
 * The series in InfluxDB 1.6 and later, 2.x and 3 Core: line protocol in, InfluxQL out, through the official client for
 * writing and a reader of our own. Knows the vocabulary and nothing of who writes what, or when to try again.
 *
 * <p>Of the client only its blocking writer is used. Its asynchronous {@code WriteApi} loses most of what it holds after
 * a short outage (measured with 7.5.0: 79 of 100 batches after two answers 503), and its InfluxQL reader takes errors for
 * empty results and fails on commas in tags.
 *
 * <p>1.6.7 is tested for real. What 2.x and 3 Core answer is taken from their source and played by a stub. On 3 Core a
 * point cannot be overwritten reliably, so a point that has a {@code revision} is written that many nanoseconds behind
 * its window's start, and readers take the last.
 */
@NullMarked
package io.leeway.influx;

import org.jspecify.annotations.NullMarked;
