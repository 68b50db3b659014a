/**
 * From bytes to batches: JSON, NDJSON and CSV, shared by every transport. A {@link io.leeway.wire.Decoder} is fed chunks as
 * they arrive, cuts them into rows and puts every value straight into its column; a row that cannot be taken becomes a
 * rejection with a reason, its neighbours stand. Also model settings from and to JSON. Knows no transport.
 */
@NullMarked
package io.leeway.wire;

import org.jspecify.annotations.NullMarked;
