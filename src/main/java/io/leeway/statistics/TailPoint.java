package io.leeway.statistics;

/**
 * A survival function at one point {@code x}.
 *
 * @param survival the probability of a value above {@code x}
 * @param slope how fast it falls with the logarithm of {@code x}: {@code x} times the density
 */
record TailPoint(double survival, double slope) {}
