package io.leeway.http;

import io.leeway.access.Scope;
import java.util.Optional;

/** Who is let in to an endpoint, where anybody is asked at all. */
enum Door {
    /** Anybody: nothing of what is watched is told, and nothing changed. */
    OPEN,
    INGEST(Scope.INGEST),
    READ(Scope.READ),
    /** Whoever has a link that we signed. What is done by it is written to the audit log. */
    LINK,
    /** What is done here is written to the audit log. */
    OPERATE(Scope.OPERATE);

    private final Optional<Scope> scope;

    Door() {
        this.scope = Optional.empty();
    }

    Door(Scope scope) {
        this.scope = Optional.of(scope);
    }

    /** Whether what is done here is written to the audit log. */
    boolean isAudited() {
        return this == OPERATE || this == LINK;
    }

    /** What a token must allow. */
    Optional<Scope> scope() {
        return scope;
    }
}
