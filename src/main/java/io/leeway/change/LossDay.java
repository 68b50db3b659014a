package io.leeway.change;

import java.time.Instant;

/**
 * The labels that became known in a day.
 *
 * @param end of the day, exclusive
 * @param n how many
 * @param loss the sum of their losses: 1 for a wrong class, the absolute error of a number
 */
public record LossDay(Instant start, Instant end, long n, double loss) {}
