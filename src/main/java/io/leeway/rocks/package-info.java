/**
 * Leeway's own memory on the local disk, by RocksDB: the tables of {@link io.leeway.state.Store}, and the time
 * series when no InfluxDB is set. Knows no value of the domain but points, and nothing of who writes what;
 * which commits rely on which others is told in {@code io.leeway.monitor}.
 *
 * <p>The database is opened so that a damaged log is an error and not a silent loss: RocksDB's default
 * ({@code PointInTimeRecovery}) drops everything behind a flipped bit without a word. What is unfinished at the very end
 * of a log, as a killed process leaves it, is dropped; nobody was told that it is there. One damage still passes for such
 * an end: a flipped bit in the length of a record in the log's last block of 32 KiB.
 */
@NullMarked
package io.leeway.rocks;

import org.jspecify.annotations.NullMarked;
