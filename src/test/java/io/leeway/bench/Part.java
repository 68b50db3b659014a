package io.leeway.bench;

import java.io.IOException;
import java.util.List;

/** One question that the bench answers. */
interface Part {
    /** What it is asked for by. */
    String name();

    /** Whether what it measures is time, which other programs would spoil. */
    default boolean needsSilence() {
        return true;
    }

    /** Measures, which may take minutes. */
    List<Table> measure(Plan plan) throws IOException, InterruptedException;
}
