package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.Figures;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The newest windows whose labels have come, each with whether its estimate held: the metrics that labels gave all lay in
 * their bands. Whatever order labels come in, the same windows give the same check. Immutable.
 */
public final class BackCheck {
    /** That of no window. */
    public static final BackCheck NONE = new BackCheck(new TreeMap<>());

    private static final int VERSION = 1;
    /** Older windows say little of today. */
    private static final int MOST = 20;
    /** Fewer windows prove nothing right. */
    private static final int FEWEST = 3;
    /** So many bands of an estimate that means what it says may miss: some bands of a window at 0.3 % each, and a reserve. */
    private static final double TOLERATED_MISSES = 0.05;
    /** Misses that are less likely than this, if no more were tolerated, cost the trust. */
    private static final double LEVEL = 0.01;

    private final NavigableMap<Long, Boolean> held;

    private BackCheck(NavigableMap<Long, Boolean> held) {
        this.held = held;
        while (held.size() > MOST) {
            Map.Entry<Long, Boolean> unused = held.pollFirstEntry();
        }
    }

    /** With a window more, or one checked anew. */
    public BackCheck with(long start, boolean itHeld) {
        NavigableMap<Long, Boolean> more = new TreeMap<>(held);
        Boolean unused = more.put(start, itHeld);
        return new BackCheck(more);
    }

    /** Whether every metric that labels gave lies in its band. */
    public static boolean holds(Figures estimated, Figures realised) {
        return estimated.asMap().keySet().stream()
                .filter(name -> estimated.has(name + "_low") && realised.has(name))
                .allMatch(name -> within(
                        realised.get(name).orElseThrow(), estimated.get(name + "_low"), estimated.get(name + "_high")));
    }

    public int checked() {
        return held.size();
    }

    public int missed() {
        return (int) held.values().stream().filter(it -> !it).count();
    }

    /** The share of checked windows whose estimate held; absent without any. */
    public OptionalDouble coverage() {
        return held.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(1 - missed() / (double) checked());
    }

    public Trust trust() {
        if (missed() > 0 && tail() < LEVEL) {
            return Trust.UNTRUSTED;
        }
        return checked() < FEWEST ? Trust.UNCHECKED : Trust.TRUSTED;
    }

    /** One sentence that says why. */
    public String reason() {
        String windows = missed() + " of the newest " + checked() + " windows with labels missed the band";
        return switch (trust()) {
            case TRUSTED -> windows + ", no more than chance explains";
            case UNTRUSTED -> windows + ": scores do not mean what they meant on the baseline";
            case UNCHECKED -> "labels of " + checked() + " windows have come to check it by, " + FEWEST + " are needed";
        };
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).count(held.size());
        held.forEach((start, itHeld) -> out.whole(start).flag(itHeld));
    }

    public static BackCheck read(ByteReader in) {
        int unused = in.version("a back-check", VERSION);
        NavigableMap<Long, Boolean> held = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            held.put(in.whole(), in.flag());
        }
        return new BackCheck(held);
    }

    /** How likely so many misses are where as many as tolerated are the rule. */
    private double tail() {
        return BinomialDistribution.of(checked(), TOLERATED_MISSES).survivalProbability(missed() - 1);
    }

    private static boolean within(double value, OptionalDouble low, OptionalDouble high) {
        return value >= low.orElseThrow() && value <= high.orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BackCheck check && held.equals(check.held);
    }

    @Override
    public int hashCode() {
        return held.hashCode();
    }
}
