/**
 * The one way in. Every transport ends in {@link io.leeway.ingest.Intake}: what arrives is checked, put in the order of
 * the journal by its one writer (the sequencer, which also knows each model's watermark), made
 * durable, and only then acknowledged. Knows no transport, no thread
 * and no store but the {@code state} port.
 *
 * <p>How an accepted row becomes a count, a report and a mail, and what a crash or a full disk at each point leaves, is
 * told in one place: {@code io.leeway.monitor}.
 *
 * <p>Conservation: received = accepted + rejected, and accepted means journalled.
 */
@NullMarked
package io.leeway.ingest;

import org.jspecify.annotations.NullMarked;
