package io.leeway.segments;

import java.io.IOException;
import java.io.Serial;

/** What stands in the journal's files is not what was written: opening it would lose entries that were acknowledged. */
public final class DamagedJournalException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String WAY_OUT =
            "; nothing was changed: bring the whole data folder back from a copy, or move" + " it away to begin anew";

    private DamagedJournalException(String what) {
        super("the journal is damaged: " + what + WAY_OUT);
    }

    static DamagedJournalException head(String file) {
        return new DamagedJournalException("the first " + SegmentHead.BYTES + " bytes of " + file
                + " are not the beginning of a journal file that this release knows");
    }

    static DamagedJournalException frame(String file, Frames at, String behind) {
        return new DamagedJournalException("entry " + at.position() + " in " + file + " at byte " + at.offset()
                + " is not what was written, and " + behind);
    }
}
