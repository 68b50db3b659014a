package io.leeway.http;

import io.leeway.access.AccessMeter;
import io.leeway.access.AuditLog;
import io.leeway.access.Tokens;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the interface knows who is there.
 *
 * @param tokens those that are valid right now; empty: nobody is asked
 * @param audit where administrative acts are written down
 * @param meter told who was not let in
 */
public record Doors(Optional<Supplier<Tokens>> tokens, AuditLog audit, AccessMeter meter) {}
