package io.leeway.segments;

import io.leeway.ingest.JournalException;
import java.io.IOException;
import java.util.List;

/** What the system's errors mean to the one who runs the service. */
final class Troubles {
    /** How the system says that there is no more space, for all or for this user. */
    private static final List<String> FULL = List.of("No space left on device", "Disk quota exceeded");

    private Troubles() {}

    static JournalException ofWriting(Disk disk, IOException failure) {
        return new JournalException(
                "cannot write the journal in " + disk.path("") + ": " + why(failure), full(failure), failure);
    }

    static IOException ofOpening(Disk disk, IOException failure) {
        return new IOException("cannot open the journal in " + disk.path("") + ": " + why(failure), failure);
    }

    /** Releases before the first kept the journal in a RocksDB. */
    static void refuseOtherJournals(Disk disk) throws IOException {
        if (disk.names().contains("CURRENT")) {
            throw new IOException("the journal in " + disk.path("") + " was written by a release before the first and"
                    + " is not read by this one: give this one another data folder");
        }
    }

    private static String why(IOException failure) {
        return full(failure) ? "the disk is full; make space" : failure.toString();
    }

    private static boolean full(IOException failure) {
        return FULL.stream().anyMatch(String.valueOf(failure.getMessage())::contains);
    }
}
