package io.leeway.influx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three InfluxDBs that differ for us. */
public enum Generation {
    /** 1.6 and later: a point written again is overwritten field by field. */
    V1("1"),
    /** 2.x: the same, with buckets and organisations. */
    V2("2"),
    /** 3 Core: databases come into being by writing; overwriting is not reliable. */
    V3("3");

    private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\..*");

    private final String major;

    Generation(String major) {
        this.major = major;
    }

    /** What the header {@code X-Influxdb-Version} says, for example {@code 1.6.7~rc0} or {@code v2.7.1}. */
    static Optional<Generation> ofVersion(String version) {
        Matcher matcher = VERSION.matcher(version.strip());
        return matcher.matches() ? ofMajor(matcher.group(1)) : Optional.empty();
    }

    /** By the number in front: {@code 1}, {@code 2} or {@code 3}. */
    public static Optional<Generation> ofMajor(String major) {
        for (Generation generation : values()) {
            if (generation.major.equals(major)) {
                return Optional.of(generation);
            }
        }
        return Optional.empty();
    }
}
