package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.FeatureKind;
import io.leeway.drift.MovedBin;
import io.leeway.drift.Verdict;
import io.leeway.estimate.EstimateReport;
import io.leeway.estimate.Trust;
import io.leeway.profile.FeatureKey;
import io.leeway.statistics.Figures;
import io.leeway.truth.PerformanceVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Window reports as bytes; the key stands in the store's key. */
final class ReportForm {
    private static final int VERSION = 5;

    /** The first version that names references. */
    private static final int NAMES_REFERENCES = 2;

    /** The first version that holds what labels say, and what is estimated without. */
    private static final int JUDGES = 3;

    /** The first version that says more than its own counts. */
    private static final int INSIGHTS = 4;

    /** The first version that says where values went. */
    private static final int MOVES = 5;

    private ReportForm() {}

    static byte[] bytes(WindowReport report) {
        ByteWriter out = new ByteWriter(2048).octet(VERSION);
        out.whole(report.end().toEpochMilli()).flag(report.closed()).count(report.revision());
        out.count(report.n()).count(report.otherBaseline()).count(report.labelled());
        out.count(report.driftedFeatures());
        out.flag(report.baseline().isPresent());
        report.baseline().ifPresent(it -> out.text(it.id()).count(it.n()).flag(it.learned()));
        figures(report.performance(), out);
        figures(report.baselinePerformance(), out);
        features(report.features(), out);
        out.text(report.reference()).count(report.others().size());
        report.others().forEach(other -> {
            out.text(other.name()).count(other.n());
            features(other.features(), out);
        });
        report.verdict().write(out);
        out.flag(report.estimate().isPresent());
        report.estimate().ifPresent(it -> estimate(it, out));
        InsightsForm.write(report.insights(), out);
        return out.toByteArray();
    }

    static WindowReport read(WindowKey key, byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.version("a window report", VERSION);
        WindowReport report = new WindowReport(
                key,
                Instant.ofEpochMilli(in.whole()),
                in.flag(),
                in.count(),
                in.count(),
                in.count(),
                in.count(),
                (int) in.count(),
                baseline(in),
                figures(in),
                figures(in),
                WindowReport.UNJUDGED,
                Optional.empty(),
                "baseline",
                features(in, version),
                List.of(),
                Insights.NONE);
        WindowReport compared =
                version < NAMES_REFERENCES ? report : report.comparedWith(in.text(), others(in, version));
        WindowReport judged = version < JUDGES
                ? compared
                : compared.judged(
                        PerformanceVerdict.read(in), in.flag() ? Optional.of(estimate(in)) : Optional.empty());
        return version < INSIGHTS ? judged : judged.with(InsightsForm.read(in));
    }

    private static List<ReferenceReport> others(ByteReader in, int version) {
        List<ReferenceReport> others = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            others.add(new ReferenceReport(in.text(), in.count(), features(in, version)));
        }
        return others;
    }

    private static void features(List<FeatureReport> features, ByteWriter out) {
        out.count(features.size());
        features.forEach(feature -> feature(feature, out));
    }

    private static Optional<WindowReport.BaselineInfo> baseline(ByteReader in) {
        return in.flag()
                ? Optional.of(new WindowReport.BaselineInfo(in.text(), in.count(), in.flag()))
                : Optional.empty();
    }

    private static void estimate(EstimateReport estimate, ByteWriter out) {
        figures(estimate.figures(), out);
        out.text(estimate.trust().name()).text(estimate.reason());
    }

    private static EstimateReport estimate(ByteReader in) {
        return new EstimateReport(figures(in), Trust.valueOf(in.text()), in.text());
    }

    private static void feature(FeatureReport feature, ByteWriter out) {
        out.text(feature.name()).text(feature.role().name()).text(feature.kind().name());
        out.count(feature.n()).count(feature.nValid());
        figures(feature.figures(), out);
        out.text(feature.rates().verdict().name()).flag(feature.rates().score().isPresent());
        feature.rates().score().ifPresent(out::number);
        out.text(feature.verdict().name())
                .text(feature.reason())
                .count(feature.moved().size());
        feature.moved().forEach(bin -> out.text(bin.bin()).number(bin.before()).number(bin.now()));
    }

    private static List<FeatureReport> features(ByteReader in, int version) {
        List<FeatureReport> features = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            features.add(new FeatureReport(
                    in.text(),
                    FeatureKey.Role.valueOf(in.text()),
                    FeatureKind.valueOf(in.text()),
                    in.count(),
                    in.count(),
                    figures(in),
                    rates(in),
                    Verdict.valueOf(in.text()),
                    in.text(),
                    version < MOVES ? List.of() : moved(in)));
        }
        return features;
    }

    private static List<MovedBin> moved(ByteReader in) {
        List<MovedBin> moved = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            moved.add(new MovedBin(in.text(), in.number(), in.number()));
        }
        return moved;
    }

    private static FeatureReport.Rates rates(ByteReader in) {
        Verdict verdict = Verdict.valueOf(in.text());
        return new FeatureReport.Rates(verdict, in.flag() ? OptionalDouble.of(in.number()) : OptionalDouble.empty());
    }

    static void figures(Figures figures, ByteWriter out) {
        out.count(figures.size());
        figures.forEach((name, value) -> out.text(name).number(value));
    }

    static Figures figures(ByteReader in) {
        Figures figures = new Figures();
        for (int left = in.length(); left > 0; left--) {
            figures.put(in.text(), in.number());
        }
        return figures;
    }
}
