package io.leeway.proof;

import io.leeway.catalog.WindowSize;
import io.leeway.drift.Baseline;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.Profile;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Windows of one population against references of another, or the same.
 *
 * @param referenceWindows into how many windows with times the reference is cut; 1: it has no times
 * @param referenceRows of each of them
 */
record Simulation(Population before, Population now, int referenceWindows, int referenceRows) {
    /** Windows that share a reference: chance in a reference must not decide a whole cell. */
    private static final int WINDOWS_PER_REFERENCE = 10;

    /** So many rows are drawn at once, so that a window of a million needs no more memory than one of ten thousand. */
    private static final int CHUNK = 20_000;

    /** A reference without times in which nothing changes. */
    static Simulation quiet(Population population, int referenceRows) {
        return new Simulation(population, population, 1, referenceRows);
    }

    /** How many windows of {@code n} rows alarm by each rule. */
    Tally run(long n, int windows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tally tally = new Tally();
        while (tally.windows() < windows) {
            Watch watch = watch(random);
            WindowComparison comparison = watch.comparison(WindowSize.DAY);
            for (int i = 0; i < WINDOWS_PER_REFERENCE && tally.windows() < windows; i++) {
                tally.add(watch.judge(window(watch, n, random), comparison));
            }
        }
        return tally;
    }

    private Watch watch(RandomGenerator random) {
        boolean timed = referenceWindows > 1;
        return new Watch(
                before.model(),
                before.windows(referenceWindows, referenceRows, random),
                timed ? Baseline.Origin.UPLOADED : Baseline.Origin.UPLOADED_WITHOUT_TIMES);
    }

    private Profile window(Watch watch, long n, RandomGenerator random) {
        Population day = now.inOneWeather(random);
        Profile window = new Profile();
        for (long left = n; left > 0; left -= CHUNK) {
            watch.count(day.rows(Math.min(left, CHUNK), random), window);
        }
        return window;
    }

    /** How many windows were judged, and how many alarmed. */
    static final class Tally {
        private final Map<Rule, Integer> alarms = new EnumMap<>(Rule.class);
        private int windows;

        void add(Judged window) {
            windows++;
            for (Rule rule : Rule.values()) {
                alarms.merge(rule, rule.alarms(window) ? 1 : 0, Integer::sum);
            }
        }

        int windows() {
            return windows;
        }

        int alarms(Rule rule) {
            return alarms.getOrDefault(rule, 0);
        }

        double share(Rule rule) {
            return alarms(rule) / (double) windows;
        }
    }
}
