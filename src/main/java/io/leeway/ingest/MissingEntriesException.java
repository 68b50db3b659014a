package io.leeway.ingest;

import java.io.Serial;

/** The journal does not hold what is needed of it: files are missing, or belong to another time than the store. */
public final class MissingEntriesException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private MissingEntriesException(String message) {
        super(message);
    }

    /**
     * Makes sure that the journal goes on where somebody stands.
     *
     * @param who for the sentence
     * @param position of the next entry needed
     */
    public static void check(Journal journal, String who, long position) {
        if (position < journal.start() || position > journal.end()) {
            throw new MissingEntriesException("the journal holds the entries from " + journal.start() + " to "
                    + (journal.end() - 1) + ", but " + who + " needs entry " + position
                    + " next: files of the journal are missing; bring the whole data folder back from a copy");
        }
    }
}
