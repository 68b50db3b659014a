package io.leeway.truth;

import io.leeway.catalog.Metric;
import io.leeway.catalog.Metrics;
import io.leeway.statistics.BlockJackknife;
import io.leeway.statistics.Bounds;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Interval;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The performance of a window whose rows err together in blocks, the days of a week for example: the bounds of every
 * metric are the wider of those of independent rows and of the {@link BlockJackknife}. So neither a bad day is taken for
 * news of many rows, nor five days without a single hit for certainty. Of a single class of many the rows count alone.
 */
public final class BlockPerformance {
    private final Tally whole;
    private final List<Tally> blocks;

    private BlockPerformance(Tally whole, List<Tally> blocks) {
        this.whole = whole;
        this.blocks = blocks;
    }

    /**
     * The performance of a window.
     *
     * @param whole the sum of all blocks
     */
    public static Performance of(Tally whole, Collection<Tally> blocks) {
        List<Tally> labelled = blocks.stream().filter(block -> block.n() > 0).toList();
        return labelled.size() < BlockJackknife.FEWEST
                ? whole.metrics()
                : new BlockPerformance(whole, labelled).metrics();
    }

    private Performance metrics() {
        long[] sizes = blocks.stream().mapToLong(Tally::n).toArray();
        Rest rest = whole.rest();
        List<Performance> without = blocks.stream().map(rest::without).toList();
        Map<String, Estimate> widened = new LinkedHashMap<>();
        whole.metrics().asMap().forEach((name, estimate) -> {
            Optional<Metric> metric = Metrics.named(name).filter(it -> estimate.bounds() != Bounds.NONE);
            widened.put(
                    name,
                    metric.map(it -> widened(it, estimate, sizes, without)).orElse(estimate));
        });
        return new Performance(widened);
    }

    private static Estimate widened(Metric metric, Estimate estimate, long[] sizes, List<Performance> without) {
        double[] values = without.stream()
                .map(performance -> performance.get(metric.name()))
                .mapToDouble(it -> it.map(Estimate::value).orElse(Double.NaN))
                .toArray();
        Bounds ofBlocks = BlockJackknife.bounds(estimate.value(), sizes, values)
                .within(new Interval(metric.least(), metric.most()));
        return estimate.with(estimate.bounds().orWider(ofBlocks));
    }
}
