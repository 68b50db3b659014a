package io.leeway.ingest;

import java.util.Locale;

/**
 * Every limit that can be set, each in one line: what it is called in {@code leeway.yml}, its default and the range it
 * may be set to. How often one was met is the meter {@code leeway.limit.hits}.
 */
public enum Limit {
    /** The largest request body, in bytes as it is sent. */
    BODY("http.max_body", 64L << 20, 1024, 1L << 31),
    /** The largest request body once it is decompressed, in bytes. */
    INFLATED_BYTES(512L << 20, 1024, 1L << 34),
    /** How many times its size a body may grow when it is decompressed, beyond its first MiB. */
    INFLATION(200, 2, 1100),
    /** The largest settings of a model, in bytes. */
    SETTINGS_BYTES(1 << 20, 1024, 16 << 20),
    /** All bodies together that are being read or not answered yet, in bytes, decompressed. */
    BODIES_BYTES(512L << 20, 1 << 20, 1L << 40),
    /** All rows together that were taken in and are not counted yet, in bytes. */
    IN_FLIGHT_BYTES(256L << 20, 1 << 20, 1L << 40),
    /** The longest row, in bytes. */
    ROW_BYTES(1 << 20, 256, 64 << 20),
    /** The most rows of a request. */
    ROWS(500_000, 1, 10_000_000),
    /** The most different features of a request, and likewise the most classes of {@code scores}. */
    COLUMNS(2_000, 1, 100_000),
    /** The most rows times columns of a request: a batch keeps nine bytes for each, named by the row or not. */
    CELLS(20_000_000, 1, 1_000_000_000),
    /** The longest id, version and feature name, in bytes. */
    TEXT_BYTES(256, 16, 256),
    /** How far ahead of its arrival a row may be, in hours: the default is more than any time zone mistaken for another. */
    AHEAD_HOURS(24, 0, 8_784),
    /** The most models. */
    MODELS(1_000, 1, 1_000_000),
    /** The most features of a model, over all requests. */
    FEATURES(2_000, 1, 100_000),
    /** The most versions of a model, over all requests. */
    VERSIONS(1_000, 1, 100_000),
    /** The most connections at once. */
    CONNECTIONS(2_000, 1, 1_000_000),
    /** The longest a connection may be without a request, the head of the next one included, in seconds. */
    IDLE_SECONDS(60, 1, 86_400),
    /** The longest the body of a request may take, in seconds. */
    BODY_SECONDS(300, 1, 86_400);

    private final String key;
    private final long usual;
    private final long least;
    private final long most;

    Limit(String key, long usual, long least, long most) {
        this.key = key;
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    Limit(long usual, long least, long most) {
        this.key = "limits." + name().toLowerCase(Locale.ROOT);
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** Its name in {@code leeway.yml}: section and key. */
    public String key() {
        return key;
    }

    /** Its name in meters. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is unless it is set. */
    public long usual() {
        return usual;
    }

    /** The least it may be set to. */
    public long least() {
        return least;
    }

    /** The most it may be set to. */
    public long most() {
        return most;
    }
}
