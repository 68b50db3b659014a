package io.leeway.http;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What an administrative request is about, for the audit log. Of an id only the beginning of its SHA-256 is told: enough to
 * find the deletion of an id one knows, and no copy of what was to be forgotten.
 */
final class Subject {
    private static final int PRINT_BYTES = 8;
    private static final String SAID = "leeway.subject";

    private Subject() {}

    /** What a request is about cannot be seen in its path. */
    static void is(RoutingContext context, String subject) {
        context.put(SAID, subject);
    }

    static String of(RoutingContext context) {
        return Optional.ofNullable(context.<String>get(SAID)).orElseGet(() -> inPath(context));
    }

    private static String inPath(RoutingContext context) {
        String model = Requests.pathModel(context).orElse("");
        return Optional.ofNullable(context.pathParam("id"))
                .map(id -> model + " sha256:" + print(id))
                .orElse(model);
    }

    private static String print(String id) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, PRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
