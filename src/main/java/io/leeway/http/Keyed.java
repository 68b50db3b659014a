package io.leeway.http;

import io.leeway.ingest.IdempotencyKey;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The idempotency key of a request, if it has one, with a fingerprint of its body: the same whether compressed or not. */
final class Keyed {
    private static final int LONGEST = 256;

    private final Optional<String> name;
    private final MessageDigest body = sha256();

    private Keyed(Optional<String> name) {
        this.name = name;
    }

    static Keyed of(RoutingContext context) {
        Optional<String> name = Optional.ofNullable(context.request().getHeader("Idempotency-Key"));
        if (name.isPresent() && (name.get().isEmpty() || name.get().length() > LONGEST)) {
            throw HttpProblem.badRequest("Idempotency-Key must have 1 to " + LONGEST + " characters.");
        }
        return new Keyed(name);
    }

    /** Sees the body on its way. */
    Gunzip.Bytes through(Gunzip.Bytes to) {
        if (name.isEmpty()) {
            return to;
        }
        return (bytes, from, until) -> {
            body.update(bytes, from, until - from);
            to.take(bytes, from, until);
        };
    }

    /** To be asked for once, when the whole body has passed. */
    Optional<IdempotencyKey> key() {
        return name.map(
                it -> new IdempotencyKey(it, ByteBuffer.wrap(body.digest()).getLong()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
