/**
 * The HTTP interface on Vert.x: routes, request bodies, answers as JSON, errors as RFC 9457 problem details, and the static
 * page. Thin over the ports of {@link io.leeway.http.Ports}: what is valid is decided in {@code wire} and {@code catalog},
 * what is taken in {@code ingest}. Nothing here blocks an event loop.
 */
@NullMarked
package io.leeway.http;

import org.jspecify.annotations.NullMarked;
