package io.leeway.access;

/**
 * What a request needs to be let in.
 *
 * @param model the model it is about; empty: none in particular
 */
public record Need(Scope scope, String model) {
    /** As a token would be given it: {@code ingest:credit-risk}, {@code read}. */
    public String text() {
        return scope == Scope.INGEST && !model.isEmpty() ? scope.word() + ":" + model : scope.word();
    }
}
