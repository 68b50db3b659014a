/**
 * What Leeway costs and how fast it is, measured on the whole program in a process of its own. {@link io.leeway.bench.Bench}
 * runs it; no part of it belongs to a build.
 *
 * <p>What is measured: processor time of the service's process as Linux counts it, from the first post until everything posted
 * is counted, committed and reported; latency from the moment a post was meant to be sent, not from when a slow service let it
 * be sent. Every run ends by holding what the service counted against what was posted, to the unit.
 *
 * <p>What is not: a network (client and service share one machine and its processors), a disk that other programs write to,
 * compaction that is still owed when a run ends, and logs unlike the synthetic one in {@link io.leeway.bench.Rows}. One machine
 * is one machine: ratios travel, seconds do not.
 */
@NullMarked
package io.leeway.bench;

import org.jspecify.annotations.NullMarked;
