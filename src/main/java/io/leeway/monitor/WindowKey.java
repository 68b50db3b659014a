package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import java.time.Instant;

/**
 * A window of a model.
 *
 * @param version a model version, or {@link #ALL_VERSIONS}
 * @param segment {@link #WHOLE}, or {@code name=value}
 * @param start inclusive
 */
public record WindowKey(String model, String version, String segment, WindowSize size, Instant start) {
    public static final String ALL_VERSIONS = "*";
    public static final String WHOLE = "all";

    /** Whether it is of all versions together. */
    boolean isOfAllVersions() {
        return version.equals(ALL_VERSIONS);
    }

    /** Whether it is of all rows, not of a segment. */
    boolean isOfWhole() {
        return segment.equals(WHOLE);
    }

    /** The same window of a segment. */
    WindowKey of(String itsSegment) {
        return new WindowKey(model, version, itsSegment, size, start);
    }

    /** The same window of a version. */
    WindowKey ofVersion(String itsVersion) {
        return new WindowKey(model, itsVersion, segment, size, start);
    }

    /** The window of the same kind that starts then. */
    WindowKey at(Instant otherStart) {
        return new WindowKey(model, version, segment, size, otherStart);
    }
}
