package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long labels took to come, in whole hours: the coverage curve by age. Delays of two samples merge by addition; a part
 * may take back what another part counted. Not safe for several threads.
 */
public final class LabelDelays {
    private static final int VERSION = 1;

    private final TreeMap<Long, Long> byHour = new TreeMap<>();
    private long total;

    /** A label came; one from before its prediction counts as immediate. */
    public void add(Duration delay) {
        add(hours(delay), 1);
    }

    /** A label that was counted, here or in a part to be merged, has been replaced. */
    public void remove(Duration delay) {
        add(hours(delay), -1);
    }

    /** Adds all of another. */
    public void merge(LabelDelays other) {
        other.byHour.forEach(this::add);
    }

    /** Takes all of another out. */
    public void subtract(LabelDelays other) {
        other.byHour.forEach((hour, count) -> add(hour, -count));
    }

    public long total() {
        return total;
    }

    /** How many labels came while a row was less than so old. */
    public long within(Duration age) {
        return byHour.headMap(age.toHours(), false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The share of labels that are known once a row is so old; 0 where nothing is known of delays. */
    public double known(Duration age) {
        return total == 0 ? 0 : within(age) / (double) total;
    }

    /** The share that is known of rows of different ages. */
    public double known(Map<Duration, Long> rowsByAge) {
        double known = 0;
        double rows = 0;
        for (Map.Entry<Duration, Long> group : rowsByAge.entrySet()) {
            known += group.getValue() * known(group.getKey());
            rows += group.getValue();
        }
        return rows > 0 ? known / rows : 0;
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).count(byHour.size());
        byHour.forEach((hour, count) -> out.count(hour).whole(count));
    }

    public static LabelDelays read(ByteReader in) {
        int unused = in.version("label delays", VERSION);
        LabelDelays delays = new LabelDelays();
        for (int left = in.length(); left > 0; left--) {
            delays.add(in.count(), in.whole());
        }
        return delays;
    }

    private static long hours(Duration delay) {
        return Math.max(0, delay.toHours());
    }

    private void add(long hour, long count) {
        long sum = byHour.getOrDefault(hour, 0L) + count;
        if (sum == 0) {
            Long unused = byHour.remove(hour);
        } else {
            Long unused = byHour.put(hour, sum);
        }
        total += count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelDelays delays && byHour.equals(delays.byHour);
    }

    @Override
    public int hashCode() {
        return byHour.hashCode();
    }
}
