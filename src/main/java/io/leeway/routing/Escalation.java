package io.leeway.routing;

import java.time.Duration;

/**
 * Somebody else is told when nobody has acknowledged an open incident.
 *
 * @param after so long after the first of the others was told
 * @param to the receiver
 */
public record Escalation(Duration after, String to) {}
