/**
 * What a lane remembers of ids: small values, looked up by id for every row that arrives, kept for months. A
 * log-structured merge tree (O'Neil et al. 1996, doi:10.1007/s002360050048) behind the {@code state} port, because one
 * key of the store for each id costs more than all else that a row costs.
 *
 * <p>How it stands in the store. Each commit appends what was put since the last one ({@link io.leeway.memory.Tables#RECENT}),
 * and all of that is in memory too ({@link io.leeway.memory.RecentEntries}). Once there is enough of it, it is sorted and
 * written as one {@link io.leeway.memory.Segment} for each bucket of ids, cut into pages; segments of like age are merged
 * little by little with later commits ({@link io.leeway.memory.Shelf}), which drops what was replaced and what has
 * expired. One filter for each bucket tells which ids are on none of its segments ({@link io.leeway.memory.Known}), so a
 * new id costs one line of memory, however many segments there are, and no look at the store. One more for each segment
 * tells which is to be asked for an id that is known; where memory does not suffice, the largest segments do without and
 * cost one look each. Both are made from the {@link io.leeway.memory.Places} that stand beside a segment.
 *
 * <p>Everything goes into the {@link io.leeway.state.Changes} of the lane's one commit: a crash finds all of it or nothing.
 * Knows no value's meaning, no thread and no clock.
 */
@NullMarked
package io.leeway.memory;

import org.jspecify.annotations.NullMarked;
