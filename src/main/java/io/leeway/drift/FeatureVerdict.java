package io.leeway.drift;

import io.leeway.statistics.Figures;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found of a feature.
 *
 * @param findings of each test that could be made
 * @param obstacles why others could not
 */
public record FeatureVerdict(String name, List<Finding> findings, List<Obstacle> obstacles) {
    /** What could not be tested and why. */
    public record Obstacle(Subject subject, String reason) {}

    public FeatureVerdict {
        findings = List.copyOf(findings);
        obstacles = List.copyOf(obstacles);
    }

    /** A feature that was not judged at all, for instance because its window is open. */
    public static FeatureVerdict undecided(String name, String reason) {
        return new FeatureVerdict(name, List.of(), List.of(new Obstacle(Subject.VALUES, reason)));
    }

    /** Drifted if any test says so; undecided if none could be made. */
    public Verdict verdict() {
        return verdict(findings.stream());
    }

    /** The verdict on the rates alone. */
    public Verdict rateVerdict() {
        return verdict(rates());
    }

    /** The verdict on the values alone. */
    public Verdict valueVerdict() {
        return verdict(values().stream());
    }

    /** The finding on the values, if they could be compared. */
    public Optional<Finding> values() {
        return findings.stream().filter(finding -> !finding.subject().isRate()).findFirst();
    }

    /** The finding with the largest score, which explains the verdict. */
    public Optional<Finding> leading() {
        return strongest(findings.stream());
    }

    /** The rate with the largest score. */
    public Optional<Finding> leadingRate() {
        return strongest(rates());
    }

    /** The largest score of all tests: above 1 exactly when the feature has drifted. */
    public OptionalDouble driftScore() {
        return score(leading());
    }

    /** The largest score of the rates: above 1 exactly when one of them has drifted. */
    public OptionalDouble rateScore() {
        return score(leadingRate());
    }

    /** By the names of the interface: psi_test and threshold of the values, drift_score and q_value of the leading test. */
    public Figures figures() {
        Figures figures = new Figures();
        values().ifPresent(found -> figures.put("psi_test", found.limit().measured())
                .put("threshold", found.limit().critical()));
        leading().ifPresent(found -> figures.put("drift_score", found.score()).put("q_value", found.qValue()));
        return figures;
    }

    /** One sentence that a person can repeat: the leading test, then what else has drifted. */
    public String reason() {
        return name + ": " + leading().map(this::explained).orElseGet(this::unexplained);
    }

    private String explained(Finding leading) {
        String others = findings.stream()
                .filter(finding -> finding.drifted() && finding.subject() != leading.subject())
                .map(Finding::sentence)
                .collect(Collectors.joining("; "));
        return leading.sentence() + (others.isEmpty() ? "" : "; also " + others);
    }

    private String unexplained() {
        return obstacles.stream().map(Obstacle::reason).distinct().collect(Collectors.joining("; "));
    }

    private Stream<Finding> rates() {
        return findings.stream().filter(finding -> finding.subject().isRate());
    }

    private static Verdict verdict(Stream<Finding> findings) {
        return findings.map(Finding::verdict)
                .reduce((left, right) -> left == Verdict.DRIFTED ? left : right)
                .orElse(Verdict.UNDECIDED);
    }

    /** The first of those with the largest score, so that the values stand before rates that found nothing. */
    private static Optional<Finding> strongest(Stream<Finding> findings) {
        return findings.reduce((left, right) -> right.score() > left.score() ? right : left);
    }

    private static OptionalDouble score(Optional<Finding> finding) {
        return finding.map(found -> OptionalDouble.of(found.score())).orElseGet(OptionalDouble::empty);
    }
}
