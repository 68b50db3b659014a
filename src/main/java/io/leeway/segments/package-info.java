/**
 * The journal in files of its own. Knows bytes and the port {@link io.leeway.ingest.Journal}, nothing of what entries say.
 * What stands on it is told in {@code io.leeway.monitor}.
 *
 * <p>A <b>segment</b> is a file: a head, then frames. A <b>frame</b> is one append: a head with the position of its first
 * entry, how many there are, their length and their CRC32C, and behind it the entries. It has one checksum, so it is
 * wholly there or not at all, in whatever order the disk took its parts. A segment and all its frames carry the random
 * number of its <b>life</b>, under the checksum of each head: whatever a file that is used again still holds from before
 * belongs to another life and is never taken for an entry, nor are a sender's bytes that look like a frame.
 *
 * <p>Why an end can be told from damage: a frame is written only after the fsync of the one before it has returned, and
 * after a failure never again into the same segment. So a frame head of this life behind one that cannot be read, or a
 * later segment that begins with a later entry, proves that the unreadable one was durable, and may have been
 * acknowledged: that is damage, and opening refuses. Where nothing later stands, the unreadable bytes are an append that
 * never returned: they are left out, and what was left out is said. One damage passes for such an end, that of the very
 * last append; the lanes' own positions tell it if they have counted it.
 *
 * <p>What a failure leaves. A failed write or fsync ends its segment: the next append begins another one, whose head says
 * with which entry; a segment ends where the next begins, whatever stands behind. So nothing that was refused comes back
 * once anything newer was taken; before that it may, after a crash, as a whole. A failed fsync may leave a frame that can
 * be read and is not on the disk; later fsyncs do not tell. Only the last append of the last segment can be such a one,
 * and opening writes it once more, into a new segment. A file in which anything failed, or that another process wrote,
 * is not used again but deleted.
 *
 * <p>How long what is forgotten stays. A file is written to for an hour at most: then the next append begins another one, or,
 * where none comes and all is forgotten, an empty one is begun. It then gets zeros behind its last frame and is
 * used again within an hour or deleted; one in which much would have to be zeroed is deleted at once. So an entry is gone from all files three hours after it
 * was forgotten at most: the rest of its own file's hour, one as a spare, one behind what is written over it.
 *
 * <p>Names. A spare becomes a segment when its new head and its first frame are durable, and that append returns when the
 * new name is; a segment becomes a spare when all its entries are forgotten, and is written to again when that name is
 * durable. At a crash between any two of these each file is what its name says. Segments go oldest first, one durable
 * before the next: a missing file is a gap, or misses those who ask for its entries.
 */
@NullMarked
package io.leeway.segments;

import org.jspecify.annotations.NullMarked;
