package io.leeway.app.verticle;

import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import io.leeway.alert.Watchable;
import io.leeway.monitor.Fact;
import io.leeway.monitor.FeatureReport;
import io.leeway.monitor.ReportPoints;
import io.leeway.monitor.WindowReport;
import io.leeway.series.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What rules see of a report or a fact: its points, the figures of the baseline beside them, and the sentence of the verdict. */
public final class Observations {
    private Observations() {}

    /** One for every row that rules can watch. */
    public static Stream<Observation> of(WindowReport report) {
        Stream<Observation> features = report.features().stream().flatMap(feature -> ofFeature(report, feature));
        return Stream.of(
                        features,
                        ofPerformance(report),
                        ofEstimate(report),
                        ofDetectors(report),
                        ofCorrected(report),
                        ofJoint(report),
                        ofWindow(report))
                .flatMap(observations -> observations);
    }

    private static Stream<Observation> ofCorrected(WindowReport report) {
        return ReportPoints.corrected(report)
                .map(point -> observation(
                        report, point, baseline(report), report.verdict().reason()));
    }

    private static Stream<Observation> ofJoint(WindowReport report) {
        return ReportPoints.joint(report)
                .map(it -> observation(report, ReportPoints.joint(report, it), Map.of(), it.reason()));
    }

    private static Stream<Observation> ofDetectors(WindowReport report) {
        return report.insights().detectors().stream()
                .map(detector ->
                        observation(report, ReportPoints.detector(report, detector), Map.of(), detector.reason()));
    }

    /** What they see of what no report says. A fact about labels is one of a window of some size. */
    static Observation of(Fact fact) {
        Point point = fact.point();
        Map<String, String> tags = new HashMap<>(point.tags());
        if (Watchable.of(point.measurement()).hasWindows()) {
            tags.put("window", fact.size().text());
        }
        return new Observation(
                point.measurement(),
                new Tags(tags),
                point.time(),
                fact.end(),
                true,
                1,
                fact.n(),
                numbers(point),
                fact.sentence());
    }

    private static Stream<Observation> ofEstimate(WindowReport report) {
        return report.estimate().stream()
                .map(estimate -> observation(
                        report, ReportPoints.estimate(report, estimate), baseline(report), estimate.reason()));
    }

    private static Stream<Observation> ofWindow(WindowReport report) {
        return Stream.of(observation(report, ReportPoints.window(report), Map.of(), ""));
    }

    private static Stream<Observation> ofFeature(WindowReport report, FeatureReport feature) {
        Map<String, Double> baseline = new HashMap<>();
        feature.figures().get("ref_missing_rate").ifPresent(rate -> baseline.put("baseline.missing_rate", rate));
        feature.figures().get("ref_mean").ifPresent(mean -> baseline.put("baseline.mean", mean));
        feature.figures().get("ref_std").ifPresent(std -> baseline.put("baseline.std", std));
        return Stream.of(
                observation(report, ReportPoints.drift(report, feature), baseline, feature.reason()),
                observation(report, ReportPoints.quality(report, feature), baseline, feature.reason()));
    }

    private static Stream<Observation> ofPerformance(WindowReport report) {
        if (report.performance().size() == 0) {
            return Stream.of();
        }
        return Stream.of(observation(
                report,
                ReportPoints.performance(report),
                baseline(report),
                report.verdict().reason()));
    }

    private static Map<String, Double> baseline(WindowReport report) {
        Map<String, Double> baseline = new HashMap<>();
        report.baselinePerformance().forEach((name, value) -> baseline.put("baseline." + name, value));
        return baseline;
    }

    private static Observation observation(
            WindowReport report, Point point, Map<String, Double> baseline, String reason) {
        Map<String, Double> figures = new HashMap<>(baseline);
        figures.putAll(numbers(point));
        return new Observation(
                point.measurement(),
                new Tags(point.tags()),
                report.key().start(),
                report.end(),
                report.closed(),
                report.revision(),
                report.n(),
                figures,
                reason);
    }

    private static Map<String, Double> numbers(Point point) {
        Map<String, Double> numbers = new HashMap<>();
        point.fields().forEach((name, value) -> {
            if (value instanceof Number number) {
                numbers.put(name, number.doubleValue());
            }
        });
        return numbers;
    }
}
