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
        List<List<EvidenceTest>> tests = features.stream().map(this::tests).toList();
        double[] pValues = tests.stream()
                .flatMap(List::stream)
                .mapToDouble(EvidenceTest::pValue)
                .toArray();
        BenjaminiHochberg family = BenjaminiHochberg.of(pValues, settings.alpha());
        double level = family.level();
        List<FeatureVerdict> verdicts = new ArrayList<>();
        int next = 0;
        for (int feature = 0; feature < features.size(); feature++) {
            List<Finding> findings = new ArrayList<>();
            for (EvidenceTest test : tests.get(feature)) {
                findings.add(test.conclude(ruling(family, next, level)));
                next++;
            }
            FeatureEvidence judged = features.get(feature);
            verdicts.add(new FeatureVerdict(judged.name(), findings, obstacles(judged)));
        }
        return verdicts;
    }

    private static EvidenceTest.Ruling ruling(BenjaminiHochberg family, int test, double level) {
        return new EvidenceTest.Ruling(family.qValues()[test], level, family.rejects(test));
    }

    private List<EvidenceTest> tests(FeatureEvidence feature) {
        return feature.evidence().stream()
                .filter(evidence -> evidence.obstacle().isEmpty())
                .map(evidence -> evidence.test(settings))
                .toList();
    }

    private static List<Obstacle> obstacles(FeatureEvidence feature) {
        return feature.evidence().stream()
                .flatMap(evidence ->
                        evidence.obstacle().map(reason -> new Obstacle(evidence.subject(), reason)).stream())
                .toList();
    }
}
