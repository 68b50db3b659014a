package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What labels say of a window.
 *
 * @param standing degraded as soon as one metric is
 * @param reason what is worst, or why nothing is said
 * @param metrics those that were judged
 */
public record PerformanceVerdict(Maturity maturity, Standing standing, String reason, List<MetricVerdict> metrics) {
    public PerformanceVerdict {
        metrics = List.copyOf(metrics);
    }

    /** Nothing is said. */
    public static PerformanceVerdict undecided(Maturity maturity, String reason) {
        return new PerformanceVerdict(maturity, Standing.UNDECIDED, reason, List.of());
    }

    /** The same, its reason ending with a remark. */
    public PerformanceVerdict remarked(String remark) {
        return new PerformanceVerdict(maturity, standing, reason + "; " + remark, metrics);
    }

    /** What these metrics say together. */
    static PerformanceVerdict of(Maturity maturity, List<MetricVerdict> metrics) {
        for (Standing standing : List.of(Standing.DEGRADED, Standing.STABLE)) {
            List<String> reasons = metrics.stream()
                    .filter(metric -> metric.standing() == standing)
                    .map(MetricVerdict::reason)
                    .toList();
            if (!reasons.isEmpty()) {
                return new PerformanceVerdict(maturity, standing, String.join("; ", reasons), metrics);
            }
        }
        String reason = metrics.isEmpty()
                ? "the baseline has no labels to compare with"
                : metrics.get(0).reason();
        return new PerformanceVerdict(maturity, Standing.UNDECIDED, reason, metrics);
    }

    public void write(ByteWriter out) {
        out.text(maturity.name()).text(standing.name()).text(reason).count(metrics.size());
        metrics.forEach(metric -> metric.write(out));
    }

    public static PerformanceVerdict read(ByteReader in) {
        Maturity maturity = Maturity.valueOf(in.text());
        Standing standing = Standing.valueOf(in.text());
        String reason = in.text();
        List<MetricVerdict> metrics = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            metrics.add(MetricVerdict.read(in));
        }
        return new PerformanceVerdict(maturity, standing, reason, metrics);
    }
}
