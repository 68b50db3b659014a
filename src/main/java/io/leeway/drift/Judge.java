package io.leeway.drift;

import io.leeway.drift.FeatureVerdict.Obstacle;
import io.leeway.statistics.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges the features of one closed window against one reference. All their tests, of values and of rates, form one family;
 * so a whole window in which nothing changed alarms with probability alpha at most, however many features it has. Segments,
 * other window sizes and other references are families of their own: judge them apart.
 */
public final class Judge {
    private final JudgeSettings settings;

    public Judge(JudgeSettings settings) {
        this.settings = settings;
    }

    /** One verdict per feature, in the order given. */
    public List<FeatureVerdict> judge(List<FeatureEvidence> features) {
        List<Tried> tried = features.stream().map(this::tried).toList();
        double[] pValues = tried.stream()
                .flatMap(feature -> feature.tests().stream())
                .mapToDouble(EvidenceTest::pValue)
                .toArray();
        BenjaminiHochberg family = BenjaminiHochberg.of(pValues, settings.alpha());
        double level = family.level();
        List<FeatureVerdict> verdicts = new ArrayList<>();
        int next = 0;
        for (int feature = 0; feature < features.size(); feature++) {
            List<Finding> findings = new ArrayList<>();
            for (EvidenceTest test : tried.get(feature).tests()) {
                findings.add(test.conclude(ruling(family, next, level)));
                next++;
            }
            verdicts.add(new FeatureVerdict(
                    features.get(feature).name(), findings, tried.get(feature).obstacles()));
        }
        return verdicts;
    }

    private static EvidenceTest.Ruling ruling(BenjaminiHochberg family, int test, double level) {
        return new EvidenceTest.Ruling(family.qValues()[test], level, family.rejects(test));
    }

    private Tried tried(FeatureEvidence feature) {
        List<EvidenceTest> tests = new ArrayList<>();
        List<Obstacle> obstacles = new ArrayList<>();
        for (Evidence evidence : feature.evidence()) {
            evidence.obstacle()
                    .ifPresentOrElse(
                            reason -> obstacles.add(new Obstacle(evidence.subject(), reason)),
                            () -> tests.add(evidence.test(settings)));
        }
        return new Tried(tests, obstacles);
    }

    /** What of a feature can be tested, and what cannot. */
    private record Tried(List<EvidenceTest> tests, List<Obstacle> obstacles) {}
}
