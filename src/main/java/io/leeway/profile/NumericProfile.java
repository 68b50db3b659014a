package io.leeway.profile;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.BinCounts;
import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Bins;
import io.leeway.sketch.Moments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A numeric column in a window: its moments and, for every baseline it was held against, counts on that baseline's bins.
 * Values that came before there was a baseline are in the moments alone. Not safe for several threads.
 */
public final class NumericProfile implements ColumnProfile {
    private final Moments moments;
    private final Map<String, BinCounts> bins = new TreeMap<>();
    private long wrongType;

    NumericProfile() {
        this(new Moments());
    }

    private NumericProfile(Moments moments) {
        this.moments = moments;
    }

    /** Adds a finite value, counted on the bins of each layout that has some for this column. */
    void add(double value, List<Cut> cuts) {
        moments.add(value);
        for (Cut cut : cuts) {
            counts(cut.baseline()).add(cut.bins(), value);
        }
    }

    void addWrongType() {
        wrongType++;
    }

    void merge(NumericProfile other) {
        moments.merge(other.moments);
        wrongType += other.wrongType;
        other.bins.forEach((baseline, counts) -> counts(baseline).merge(counts));
    }

    @Override
    public long valid() {
        return moments.count();
    }

    @Override
    public long wrongType() {
        return wrongType;
    }

    /** Not to be changed. */
    public Moments moments() {
        return moments;
    }

    /** The counts on the bins of a baseline; none where no value was held against it. Not to be changed. */
    public BinCounts bins(String baseline) {
        return bins.getOrDefault(baseline, new BinCounts());
    }

    /** The distribution of the values that were held against a baseline, on the bins it cut for this column. */
    public BinnedDistribution distribution(String baseline, Bins cut) {
        return new BinnedDistribution(cut, bins(baseline), moments);
    }

    void write(ByteWriter out) {
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
            read.counts(in.text()).merge(BinCounts.read(in));
        }
        return read;
    }

    private BinCounts counts(String baseline) {
        return bins.computeIfAbsent(baseline, unused -> new BinCounts());
    }
}
