package io.leeway.monitor;

import io.leeway.change.Change;
import io.leeway.sequential.Calibrated;
import io.leeway.statistics.Figures;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * What one detector says of the labels that became known in a window.
 *
 * @param change the first it found there
 */
public record DetectorReport(Calibrated detector, Optional<Change> change) {
    /** {@code since} in seconds since 1970, {@code before} and {@code after}; none where nothing was found. */
    public Figures figures() {
        Figures figures = new Figures();
        change.ifPresent(found -> figures.put("since", (double) found.since().getEpochSecond())
                .put("before", found.before())
                .put("after", found.after()));
        return figures;
    }

    /** One sentence. */
    public String reason() {
        return change.map(DetectorReport::found).orElse("no rise was found")
                + "; where nothing changes all detectors together find one in " + Calibrated.TOGETHER
                + " days of labels";
    }

    private static String found(Change change) {
        return String.format(
                Locale.ROOT,
                "the loss of a row is %.3g since %s and was %.3g before",
                change.after(),
                change.since().atZone(ZoneOffset.UTC).toLocalDate(),
                change.before());
    }
}
