package io.leeway.wire;

import java.time.Instant;

/**
 * Where rows come from.
 *
 * @param model of which all of them must be
 * @param arrival the time of those that have none
 */
public record Source(String model, Instant arrival, Limits limits) {}
