package io.leeway.ingest;

import java.util.List;

/**
 * Rows without those that were not taken.
 *
 * @param rejections the others, by their row in what was screened
 */
record Screened<T>(T kept, List<Rejection> rejections) {
    Screened {
        rejections = List.copyOf(rejections);
    }
}
