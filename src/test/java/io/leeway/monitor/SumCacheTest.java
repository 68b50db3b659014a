package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.Rows.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is remembered between two passes of the reporter changes no sum. */
class SumCacheTest {
    private static final Instant START = Instant.parse("2024-03-04T00:00:00Z");
    private static final int HOURS = 72;
    private static final List<Row> REFERENCE = Rows.some(300, START.minusSeconds(86_400), START, 1);

    /** Rows come mostly in order, some of them late, from lanes that commit when they like. */
    @ParameterizedTest
    @CsvSource({"1, 100000000, 31", "2, 100000000, 32", "3, 20000, 33", "2, 3000, 34", "2, 0, 35"})
    void aRememberedSumIsTheSameToTheBitWhateverCameInBetween(int lanes, long mostBytes, long seed) {
        Clockwork clockwork = started(lanes);
        SumCache cache = new SumCache(mostBytes);
        Random random = new Random(seed);
        int steps = Effort.times(24);
        for (int step = 0; step < steps; step++) {
            int newest = step * HOURS / steps;
            List<Row> rows = rows(random.nextInt(4) == 0 ? random.nextInt(newest + 1) : newest, seed * 1_000 + step);
            clockwork.predictions(Rows.batch(rows));
            clockwork.labels(Rows.labels(rows.subList(0, random.nextInt(rows.size()))));
            clockwork.commit(random.nextInt(lanes));
            assertSameSums(clockwork, cache, newest);
            if (random.nextInt(3) > 0) {
                clockwork.pass();
            }
        }
    }

    private static void assertSameSums(Clockwork clockwork, SumCache cache, int newest) {
        WindowSums remembered = clockwork.sums(Rows.MODEL, cache);
        for (WindowSize size : List.of(WindowSize.HOUR, WindowSize.DAY, WindowSize.WEEK)) {
            for (int hour = 0; hour <= newest; hour += 7) {
                for (String version : List.of("1", "*", "2", "none")) {
                    assertSame(remembered, clockwork.sums(Rows.MODEL), key(version, size, hour));
                }
            }
        }
    }

    private static void assertSame(WindowSums remembered, WindowSums anew, WindowKey key) {
        Instant end = key.size().endOf(key.start(), ZoneOffset.UTC);
        assertThat(remembered.sum(key, end).bytes())
                .as("%s", key)
                .isEqualTo(anew.sum(key, end).bytes());
    }

    private static WindowKey key(String version, WindowSize size, int hour) {
        Instant start = size.startOf(START.plusSeconds(hour * 3_600L), ZoneOffset.UTC);
        return new WindowKey(Rows.MODEL, version, WindowKey.WHOLE, size, start);
    }

    private static List<Row> rows(int hour, long seed) {
        Instant from = START.plusSeconds(hour * 3_600L);
        return Rows.some(12, from, from.plusSeconds(7_000), seed);
    }

    private static Clockwork started(int lanes) {
        Clockwork clockwork = new Clockwork(lanes);
        clockwork.settings(Rows.MODEL, ModelSettings.withDefaults());
        clockwork.baseline(Rows.batch(REFERENCE));
        clockwork.report();
        return clockwork;
    }
}
