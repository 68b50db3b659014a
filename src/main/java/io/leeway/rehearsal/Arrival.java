package io.leeway.rehearsal;

import io.leeway.alert.Observation;
import java.time.Instant;

/** A window that becomes known at an instant, in time or late. */
public record Arrival(Instant at, Observation window) {}
