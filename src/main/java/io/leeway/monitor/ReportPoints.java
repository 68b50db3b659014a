package io.leeway.monitor;

import io.leeway.drift.Verdict;
import io.leeway.estimate.EstimateReport;
import io.leeway.estimate.Trust;
import io.leeway.joint.JointFinding;
import io.leeway.series.FieldType;
import io.leeway.series.Measurement;
import io.leeway.series.Point;
import io.leeway.series.Vocabulary;
import io.leeway.statistics.Figures;
import io.leeway.truth.Maturity;
import io.leeway.truth.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The points of a window report: one row of {@code window}, {@code performance}, {@code estimate}, and of each feature. */
public final class ReportPoints {
    private ReportPoints() {}

    public static Stream<Point> of(WindowReport report) {
        Stream<Point> performance = report.performance().size() == 0 ? Stream.of() : Stream.of(performance(report));
        Stream<Point> estimate = report.estimate().map(it -> estimate(report, it)).stream();
        Stream<Point> others =
                report.others().stream().flatMap(other -> features(report, other.name(), other.features()));
        return Stream.of(
                        Stream.of(window(report)),
                        performance,
                        estimate,
                        corrected(report),
                        joint(report).map(it -> joint(report, it)),
                        report.insights().detectors().stream().map(it -> detector(report, it)),
                        features(report, report.reference(), report.features()),
                        others)
                .flatMap(points -> points);
    }

    /** The row of {@code estimate}. */
    public static Point estimate(WindowReport report, EstimateReport estimate) {
        Map<String, Object> fields = fields("estimate", report, report.n(), estimate.figures());
        if (estimate.trust() != Trust.UNCHECKED) {
            fields.put("trusted", estimate.trust() == Trust.TRUSTED ? 1L : 0L);
        }
        fields.put("open", report.closed() ? 0L : 1L);
        return point("estimate", report, tags(report), fields);
    }

    /** The row of {@code corrected}; none where nothing was corrected. */
    public static Stream<Point> corrected(WindowReport report) {
        if (report.insights().corrected().size() == 0) {
            return Stream.of();
        }
        Map<String, Object> fields =
                fields("corrected", report, report.n(), report.insights().corrected());
        fields.put("open", report.closed() ? 0L : 1L);
        return Stream.of(point("corrected", report, tags(report), fields));
    }

    /** The findings of {@code joint}: of each test the first, of correlations the one that changed most. */
    public static Stream<JointFinding> joint(WindowReport report) {
        Map<String, JointFinding> first = new LinkedHashMap<>();
        report.insights()
                .joint()
                .ifPresent(joint -> joint.findings().forEach(finding -> first.putIfAbsent(finding.test(), finding)));
        return first.values().stream();
    }

    /** The row of {@code joint} of one of them. */
    public static Point joint(WindowReport report, JointFinding finding) {
        Map<String, String> tags = tags(report);
        tags.put("test", finding.test());
        Figures figures = new Figures()
                .put("value", finding.value())
                .put("threshold", finding.threshold())
                .put("drift_score", finding.score())
                .put("q_value", finding.qValue());
        Map<String, Object> fields = fields("joint", report, report.n(), figures);
        fields.put("drifted", finding.drifted() ? 1L : 0L);
        return point("joint", report, tags, fields);
    }

    /** The row of {@code detector} of one of them. */
    public static Point detector(WindowReport report, DetectorReport detector) {
        Map<String, String> tags = tags(report);
        tags.put("detector", detector.detector().text());
        Map<String, Object> fields = fields("detector", report, report.n(), detector.figures());
        fields.put("detected", detector.change().isPresent() ? 1L : 0L);
        return point("detector", report, tags, fields);
    }

    private static Stream<Point> features(WindowReport report, String reference, List<FeatureReport> features) {
        return features.stream()
                .flatMap(feature -> Stream.of(drift(report, reference, feature), quality(report, reference, feature)));
    }

    /** The row of {@code drift} of one feature, against the first reference. */
    public static Point drift(WindowReport report, FeatureReport feature) {
        return drift(report, report.reference(), feature);
    }

    /** The row of {@code quality} of one feature, against the first reference. */
    public static Point quality(WindowReport report, FeatureReport feature) {
        return quality(report, report.reference(), feature);
    }

    private static Point drift(WindowReport report, String reference, FeatureReport feature) {
        Map<String, String> tags = tags(report);
        tags.put("reference", reference);
        tags.put("feature", feature.name());
        tags.put("role", feature.roleText());
        Map<String, Object> fields = fields("drift", report, feature.n(), feature.figures());
        drifted(feature.verdict(), fields);
        return point("drift", report, tags, fields);
    }

    private static Point quality(WindowReport report, String reference, FeatureReport feature) {
        Map<String, String> tags = tags(report);
        tags.put("reference", reference);
        tags.put("feature", feature.name());
        Map<String, Object> fields = fields("quality", report, feature.n(), feature.figures());
        fields.remove("drift_score");
        feature.rates().score().ifPresent(score -> fields.put("drift_score", score));
        drifted(feature.rates().verdict(), fields);
        return point("quality", report, tags, fields);
    }

    /** The row of {@code performance}. */
    public static Point performance(WindowReport report) {
        Map<String, Object> fields = fields("performance", report, report.n(), report.performance());
        fields.put("n_labelled", report.labelled());
        fields.put("label_coverage", report.labelled() / (double) report.n());
        if (report.verdict().standing() != Standing.UNDECIDED) {
            fields.put("degraded", report.verdict().standing() == Standing.DEGRADED ? 1L : 0L);
        }
        fields.put("final", report.verdict().maturity() == Maturity.FINAL ? 1L : 0L);
        fields.put("open", report.closed() ? 0L : 1L);
        return point("performance", report, tags(report), fields);
    }

    /** The row of {@code window}. */
    public static Point window(WindowReport report) {
        Map<String, Object> fields = fields("window", report, report.n(), new Figures());
        fields.put("drifted_features", (long) report.driftedFeatures());
        report.features().stream()
                .flatMapToDouble(feature -> feature.figures().get("drift_score").stream())
                .max()
                .ifPresent(largest -> fields.put("max_drift_score", largest));
        if (!report.features().isEmpty()) {
            fields.put(
                    "drifted_share",
                    report.driftedFeatures() / (double) report.features().size());
        }
        fields.put("open", report.closed() ? 0L : 1L);
        return point("window", report, tags(report), fields);
    }

    /** Undecided is neither 0 nor 1. */
    private static void drifted(Verdict verdict, Map<String, Object> fields) {
        if (verdict != Verdict.UNDECIDED) {
            fields.put("drifted", verdict == Verdict.DRIFTED ? 1L : 0L);
        }
    }

    private static Map<String, String> tags(WindowReport report) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", report.key().model());
        tags.put("version", report.key().version());
        tags.put("segment", report.key().segment());
        tags.put("window", report.key().size().text());
        return tags;
    }

    /** The figures that the measurement has a field for, each in the field's type. */
    private static Map<String, Object> fields(String measurement, WindowReport report, long n, Figures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Measurement rows = Vocabulary.measurement(measurement);
        rows.fields().forEach((name, type) -> {
            OptionalDouble value = figures.get(name);
            if (value.isPresent()) {
                fields.put(name, type == FieldType.COUNT ? (Object) (long) value.getAsDouble() : value.getAsDouble());
            }
        });
        fields.put("n", n);
        fields.put("revision", report.revision());
        return fields;
    }

    private static Point point(
            String measurement, WindowReport report, Map<String, String> tags, Map<String, Object> fields) {
        return new Point(measurement, report.key().start(), tags, fields);
    }
}
