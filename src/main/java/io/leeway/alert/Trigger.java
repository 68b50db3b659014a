package io.leeway.alert;

/** A condition and how many windows must meet it. */
public record Trigger(Condition when, Count count) {}
