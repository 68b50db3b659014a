package io.leeway.memory;

/**
 * What is held of an id.
 *
 * @param arrival when it was first heard of, epoch milliseconds
 */
public record Held(long arrival, byte[] value) {}
