package io.leeway.app;

import io.leeway.alert.Evidence;
import io.leeway.alert.Finding;
import io.leeway.alert.Incident;
import io.leeway.alert.Member;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.FeatureReport;
import io.leeway.monitor.LikelyCauses;
import io.leeway.monitor.ReportStore;
import io.leeway.monitor.Reports;
import io.leeway.monitor.WindowKey;
import io.leeway.monitor.WindowReport;
import io.leeway.notify.Exhibit;
import io.leeway.notify.Exhibits;
import io.leeway.statistics.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Histories and histograms out of the stored reports. */
final class StoredExhibits implements Exhibits {
    /** As many windows as a phone can tell apart. */
    private static final int WINDOWS = 30;

    private final ReportStore store;
    private final Reports reports;

    StoredExhibits(ReportStore store, Reports reports) {
        this.store = store;
        this.reports = reports;
    }

    @Override
    public Optional<Exhibit> of(Incident incident) {
        Member member = incident.span().members().get(0);
        Finding worst = member.episode().worst();
        return worst.evidence().stream()
                .findFirst()
                .flatMap(evidence -> key(member, worst).map(key -> exhibit(member, key, evidence)));
    }

    private Exhibit exhibit(Member member, WindowKey worst, Evidence evidence) {
        String feature = member.instance().get("feature");
        boolean rates = member.episode().worst().figures().containsKey("missing_rate");
        Line line = new Line(feature, rates, evidence);
        Instant end = member.episode().latest().end();
        Duration step = worst.size().duration();
        List<Exhibit.Dot> course = store.summaries(worst, end.minus(step.multipliedBy(WINDOWS)), end).stream()
                .flatMap(summary -> store.get(summary.key()).stream())
                .flatMap(report -> line.dot(report).stream())
                .toList();
        return new Exhibit(
                member.name().isEmpty() ? worst.model() : member.name(),
                evidence.what(),
                course,
                feature.isEmpty() || rates ? Optional.empty() : bars(worst, feature),
                store.get(worst).map(report -> figures(report, feature)).orElse(Map.of()),
                store.get(worst).map(report -> causes(report, feature)).orElse(List.of()));
    }

    private Optional<Exhibit.Bars> bars(WindowKey key, String feature) {
        return reports.histograms(key, feature)
                .filter(found -> !found.bins().isEmpty())
                .map(found -> new Exhibit.Bars(
                        found.kind() == FeatureKind.NUMERIC,
                        found.bins(),
                        found.baseline(),
                        found.window(),
                        key.start()));
    }

    private static Map<String, Double> figures(WindowReport report, String feature) {
        Map<String, Double> all = new HashMap<>();
        feature(report, feature)
                .ifPresent(it ->
                        it.figures().forEach((name, value) -> all.put(name.replaceFirst("^ref_", "baseline."), value)));
        return all;
    }

    /** Of a feature what is said of it; of performance, and of all features together, all there is. */
    private static List<String> causes(WindowReport report, String feature) {
        return feature.isEmpty() ? LikelyCauses.of(report) : LikelyCauses.of(report, feature);
    }

    private static Optional<WindowKey> key(Member member, Finding finding) {
        Duration size = Duration.between(finding.start(), finding.end());
        return Arrays.stream(WindowSize.values())
                .filter(each -> each.duration().equals(size))
                .findFirst()
                .map(each -> new WindowKey(
                        member.instance().get("model"),
                        otherwise(member.instance().get("version"), WindowKey.ALL_VERSIONS),
                        otherwise(member.instance().get("segment"), WindowKey.WHOLE),
                        each,
                        finding.start()));
    }

    private static String otherwise(String text, String usual) {
        return text.isEmpty() ? usual : text;
    }

    private static Optional<FeatureReport> feature(WindowReport report, String name) {
        return report.features().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /**
     * What is drawn over time.
     *
     * @param feature empty: the figure is one of performance
     * @param rates whether a drift score is that of the rates
     */
    private record Line(String feature, boolean rates, Evidence evidence) {
        Optional<Exhibit.Dot> dot(WindowReport report) {
            Figures figures = feature.isEmpty()
                    ? report.performance()
                    : StoredExhibits.feature(report, feature)
                            .map(FeatureReport::figures)
                            .orElse(new Figures());
            OptionalDouble value = rates && evidence.what().equals("drift_score")
                    ? StoredExhibits.feature(report, feature)
                            .map(it -> it.rates().score())
                            .orElse(OptionalDouble.empty())
                    : figures.get(evidence.what());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            double limit = limit(figures);
            boolean beyond = evidence.relation().holds(value.getAsDouble(), limit);
            return Optional.of(new Exhibit.Dot(report.key().start(), value.getAsDouble(), limit, beyond));
        }

        /** The calibrated test has a limit of its own in every window. */
        private double limit(Figures figures) {
            return evidence.what().equals("psi_test")
                    ? figures.get("threshold").orElse(evidence.limit())
                    : evidence.limit();
        }
    }
}
