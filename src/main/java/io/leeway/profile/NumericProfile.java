package io.leeway.profile;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.BinCounts;
import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Bins;
import io.leeway.sketch.Moments;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A numeric column in a window: its moments and, for every baseline it was held against, counts on that baseline's bins.
 * Values that came before there was a baseline are in the moments alone. Not safe for several threads.
 */
public final class NumericProfile implements ColumnProfile {
    /**
     * So many values wait to be counted together: the bins of one column, some hundred kilobytes, then come into the
     * processor's cache once for all of them. With half of them a row of twenty features took two fifths longer.
     */
    private static final int MOST_WAITING = 8192;

    private static final double[] NONE = {};

    private final Moments moments;
    private final Map<String, BinCounts> bins = new TreeMap<>();
    private long wrongType;
    private double[] waiting = NONE;
    private int waitingCount;
    private List<Cut> waitingFor = List.of();

    /** As long as there is room: profiles are cached by what they take without it. */
    private Optional<WeakReference<BinnedDistribution>> distribution = Optional.empty();

    NumericProfile() {
        this(new Moments());
    }

    private NumericProfile(Moments moments) {
        this.moments = moments;
    }

    /** Adds the first {@code count} of finite values, on the bins of each layout that has some for this column. */
    void add(double[] values, int count, List<Cut> cuts) {
        if (waitingCount + count > MOST_WAITING || !cuts.equals(waitingFor)) {
            countWaiting();
        }
        waitingFor = cuts;
        if (count > MOST_WAITING) {
            count(values, count);
        } else {
            enqueue(values, count);
        }
    }

    private void enqueue(double[] values, int count) {
        if (waiting.length < waitingCount + count) {
            waiting = Arrays.copyOf(waiting, Math.min(MOST_WAITING, Math.max(16, 2 * (waitingCount + count))));
        }
        System.arraycopy(values, 0, waiting, waitingCount, count);
        waitingCount += count;
    }

    private void count(double[] values, int count) {
        distribution = Optional.empty();
        moments.add(values, count);
        for (Cut cut : waitingFor) {
            counts(cut.baseline()).add(cut.bins(), values, count);
        }
    }

    private void countWaiting() {
        if (waitingCount > 0) {
            count(waiting, waitingCount);
            waitingCount = 0;
        }
    }

    void addWrongType() {
        wrongType++;
    }

    void merge(NumericProfile other) {
        countWaiting();
        other.countWaiting();
        distribution = Optional.empty();
        moments.merge(other.moments);
        wrongType += other.wrongType;
        other.bins.forEach((baseline, counts) -> counts(baseline).merge(counts));
    }

    @Override
    public long valid() {
        return moments.count() + waitingCount;
    }

    @Override
    public long wrongType() {
        return wrongType;
    }

    /** Not to be changed. */
    public Moments moments() {
        countWaiting();
        return moments;
    }

    /** The counts on the bins of a baseline; none where no value was held against it. Not to be changed. */
    public BinCounts bins(String baseline) {
        countWaiting();
        return bins.getOrDefault(baseline, new BinCounts());
    }

    /** The distribution of the values that were held against a baseline, on the bins it cut for this column. The last is remembered. */
    public BinnedDistribution distribution(String baseline, Bins cut) {
        BinCounts counts = bins(baseline);
        BinnedDistribution asked = distribution
                .map(WeakReference::get)
                .filter(it -> it.isOf(cut, counts))
                .orElseGet(() -> new BinnedDistribution(cut, counts, moments));
        distribution = Optional.of(new WeakReference<>(asked));
        return asked;
    }

    /** Also gives back the memory in which values wait: what is written may not be added to for long. */
    void write(ByteWriter out) {
        countWaiting();
        waiting = NONE;
        moments.write(out);
        out.count(wrongType).count(bins.size());
        bins.forEach((baseline, counts) -> {
            out.text(baseline);
            counts.write(out);
        });
    }

    static NumericProfile read(ByteReader in) {
        NumericProfile read = new NumericProfile(Moments.read(in));
        read.wrongType = in.count();
        int baselines = in.length();
        for (int i = 0; i < baselines; i++) {
            read.bins.put(in.text(), BinCounts.read(in));
        }
        return read;
    }

    private BinCounts counts(String baseline) {
        return bins.computeIfAbsent(baseline, unused -> new BinCounts());
    }
}
