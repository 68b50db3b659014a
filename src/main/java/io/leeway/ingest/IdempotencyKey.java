package io.leeway.ingest;

/**
 * What a sender calls a request, so that sending it again is no second one (IETF draft "The Idempotency-Key HTTP Header
 * Field").
 *
 * @param fingerprint of what the request says; a request of the same name that says something else is a mistake
 */
public record IdempotencyKey(String name, long fingerprint) {}
