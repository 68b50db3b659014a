/**
 * Everything known of a model. A lane applies journal entries to partial profiles and to the
 * memory of predictions awaiting labels; the reporter merges the partials of a window, compares
 * them with the baseline and stores a {@link io.leeway.monitor.WindowReport}. Knows no thread, no clock, no transport and
 * no store but the {@code state} port.
 *
 * <h2>The commit protocol</h2>
 *
 * <p>How nothing that was acknowledged is lost or counted twice, from a request to a mail. Five hands pass it on; each
 * changes the disk in one write, and forgets what it was handed only in or after that write.
 *
 * <ol>
 *   <li><b>Journal</b> ({@link io.leeway.ingest.Sequencer}, {@link io.leeway.ingest.Journal}). Requests that wait together
 *       are put in order and appended with one fsync. Only then is anybody answered and anything handed to the lanes.
 *   <li><b>Lanes</b> ({@link io.leeway.monitor.Lane}). Every lane applies every entry to what it has in memory and, a
 *       moment later, commits changed partials, of the whole and of segments, what labels of each hour showed to be lost,
 *       changed memory, the windows it changed as a list for the reporter, and the position behind the last entry, in one
 *       atomic write. No fsync: the journal still has the entries. How a segment is cut is worked out from the reference
 *       set's own entry, so that every lane and every replay cuts alike.
 *   <li><b>Reporter</b> ({@link io.leeway.monitor.Reporter}). Reads what lanes have committed, and in one write stores
 *       reports, and with them what later reports stand on, which is how estimates have held and what detectors have found,
 *       lists their windows for the series and for the rules, and takes them off its own list, unless a lane has listed
 *       them again meanwhile. A pass too long for one write is several of them, with its own list taken off in the last.
 *   <li><b>Series</b>. Points go to the server; a window leaves the list after the server's answer. Writing a point again
 *       changes nothing.
 *   <li><b>Rules and mails</b>. Incidents, queued mails and the windows taken off the list are one write. A mail leaves the
 *       queue after the mail server's answer.
 * </ol>
 *
 * <p>Every few seconds the <b>checkpoint</b> writes what the sequencer knows with its position, notes how far the slowest
 * lane has committed, fsyncs the store's log, and only then lets the journal forget what is behind both positions. So the
 * store after a loss of power is never older than the journal's beginning.
 *
 * <p>A crash, or the loss of power,
 *
 * <ul>
 *   <li>before the append's fsync: nobody was answered. The append is there as a whole or not at all. If it is, its rows
 *       count; sent again they are duplicates by id, or the same request by its key.
 *   <li>behind it, before a lane's commit: the lane begins at its last commit and applies the journal behind that again.
 *       It cannot count twice, since counts and position are one write. Lanes may stand at different positions.
 *   <li>behind a lane's commit, before the report: the list still names the windows.
 *   <li>behind the report, before the series or the rules: their lists still name them.
 *   <li>behind a mail server's answer, before the write: that one mail is sent again. Nothing else is ever done twice to
 *       the outside.
 *   <li>between the store's fsync and the journal's forgetting: the journal begins too early, and entries before a
 *       position are passed over.
 * </ul>
 *
 * <p>A failure without a crash.
 *
 * <ul>
 *   <li>The append fails: its senders are told (507 if the disk is full, else 503), nothing was handed on, the sequencer,
 *       which had decided ahead, is recovered from the checkpoint and the journal, and intake opens again as soon as the
 *       journal can be mended. How the journal keeps what was refused from coming back stands at
 *       {@code io.leeway.segments}.
 *   <li>The store does not take a commit: whoever commits keeps what it knows and commits again every second, and until
 *       then nothing more is taken in, so what waits is bounded by what was in hand. A failed commit may be in the store
 *       all the same: writing it again changes nothing. A lane that the store fails in the middle of an entry begins at
 *       its last commit as after a crash.
 *   <li>Anything else: what the failing one knows is not trusted, nothing more is taken in, and a start begins at the last
 *       commits.
 * </ul>
 *
 * <p>A journal that lacks entries between the positions of the store and its own end, or ends before them, is refused at
 * the start ({@link io.leeway.ingest.MissingEntriesException}), and so is a damaged one.
 */
@NullMarked
package io.leeway.monitor;

import org.jspecify.annotations.NullMarked;
