/**
 * The whole core on virtual time and without a thread, killed at every step it takes towards anything that lasts: a
 * commit, a sync, an entry of the journal, its truncation, points, mails. Stands on the ports alone.
 */
@NullMarked
package io.leeway.faults;

import org.jspecify.annotations.NullMarked;
