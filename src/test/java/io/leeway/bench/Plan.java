package io.leeway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How long everything may take.
 *
 * @param folder of data and results
 * @param warm before anything counts: compiled code, filled caches
 * @param run what counts; long enough for RocksDB to compact
 * @param runs how often, each in a fresh service
 * @param rate rows a second; 0: as many as the service takes
 */
record Plan(Path folder, Duration warm, Duration run, int runs, long rate) {
    private static final String QUICK = "bench.quick";

    /** As the system properties say: {@code bench.quick}, {@code bench.rate}, {@code bench.runs}. */
    static Plan asked(Path folder) {
        boolean quick = Boolean.getBoolean(QUICK);
        return new Plan(
                folder,
                Duration.ofSeconds(quick ? 10 : 30),
                Duration.ofSeconds(quick ? 15 : 60),
                Integer.getInteger("bench.runs", quick ? 1 : 3),
                Long.getLong("bench.rate", 0));
    }

    /** As long as throughput has to be held. */
    Duration sustained() {
        return run.multipliedBy(2);
    }

    boolean quick() {
        return Boolean.getBoolean(QUICK);
    }

    /** The traffic of the definition; it begins so long ago that no row is of the future, however fast it comes. */
    Traffic usual() {
        return Traffic.usual(Instant.now()
                .truncatedTo(ChronoUnit.HOURS)
                .minus(20, ChronoUnit.HOURS)
                .toEpochMilli());
    }

    /** An empty folder for a service's data, on the disk of the repository. */
    Path freshData() throws IOException {
        clear();
        return data();
    }

    /** How much disk the data takes. */
    long dataBytes() throws IOException {
        try (Stream<Path> files = Files.walk(data())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Deletes the data, which may be gigabytes. */
    void clear() throws IOException {
        delete(data());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Plan::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
