package io.leeway.joint;

import io.leeway.sketch.JointSums;
import io.leeway.statistics.BenjaminiHochberg;
import io.leeway.statistics.Distance;
import io.leeway.statistics.OwnNoise;
import io.leeway.statistics.PsiTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What windows of one size are compared with, features together. Every measure is a sum of squares with the law of the
 * population stability index: sampling noise, a tolerance in the same unit (a shift of a tenth of a standard deviation is 0.01),
 * and the noise of the reference's own windows, each against the rest. All tests of a window are one family.
 */
public final class JointReference {
    /** With fewer rows on a side nothing is said. */
    private static final int FEWEST = 30;

    /** So many correlations are told at most. */
    private static final int MOST_PAIRS = 10;

    private final Spread whole;
    private final double rowsPerWindow;
    private final List<Measure> measures;
    private final List<OwnNoise> noises;

    private JointReference(Spread whole, double rowsPerWindow, List<Measure> measures, List<OwnNoise> noises) {
        this.whole = whole;
        this.rowsPerWindow = rowsPerWindow;
        this.measures = measures;
        this.noises = noises;
    }

    /**
     * A reference. Without three windows with enough rows only the means are compared.
     *
     * @param sums of all its rows, at least 30
     * @param windows of its windows of the size that is judged
     */
    public static JointReference of(List<String> names, JointSums sums, List<JointSums> windows) {
        Spread whole = Spread.of(sums);
        List<JointSums> usable = windows.stream()
                .filter(window -> window.n() >= FEWEST && sums.n() - window.n() >= FEWEST)
                .toList();
        List<Measure> measures = measures(names, new Components(whole), usable.size() >= OwnNoise.WINDOWS_NEEDED);
        List<Spread> own = usable.stream().map(Spread::of).toList();
        List<Spread> rests =
                usable.stream().map(window -> Spread.of(sums.without(window))).toList();
        List<OwnNoise> noises = measures.stream()
                .map(measure -> OwnNoise.overDistances(IntStream.range(0, own.size())
                        .mapToObj(i -> measure.distance(own.get(i), rests.get(i)))
                        .toList()))
                .toList();
        double rows = usable.stream().mapToLong(JointSums::n).average().orElse(0);
        return new JointReference(whole, rows, measures, noises);
    }

    /** Whether so many rows say anything. */
    public static boolean isEnough(long n) {
        return n >= FEWEST;
    }

    /** What is found in a window of at least 30 rows: first the means, then what is left over, then correlations. */
    public List<JointFinding> judge(JointSums sums, double alpha, double tolerance) {
        Spread window = Spread.of(sums);
        List<PsiTest> tests = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Distance distance = measures.get(i).distance(window, whole);
            tests.add(PsiTest.of(distance, noise(i, window.n()), tolerance));
        }
        BenjaminiHochberg family =
                BenjaminiHochberg.of(tests.stream().mapToDouble(PsiTest::pValue).toArray(), alpha);
        return told(family).stream()
                .map(i -> finding(i, tests.get(i), family, window))
                .toList();
    }

    /**
     * What measures of other than normal values scatter more is seen in the reference's windows as noise of their own; it grows
     * when a window has fewer rows.
     */
    private OwnNoise noise(int measure, long n) {
        OwnNoise noise = noises.get(measure);
        return measures.get(measure).needsWindows() ? noise.times(Math.max(1, rowsPerWindow / n)) : noise;
    }

    /** The tests that are told: all but the correlations that say least. */
    private List<Integer> told(BenjaminiHochberg family) {
        List<Integer> told = new ArrayList<>();
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            (measures.get(i) instanceof Measure.Correlation ? pairs : told).add(i);
        }
        pairs.sort(Comparator.comparingDouble(i -> family.qValues()[i]));
        for (int i = 0; i < pairs.size() && i < MOST_PAIRS; i++) {
            if (i == 0 || family.rejects(pairs.get(i))) {
                told.add(pairs.get(i));
            }
        }
        return told;
    }

    private JointFinding finding(int which, PsiTest test, BenjaminiHochberg family, Spread window) {
        Measure measure = measures.get(which);
        return new JointFinding(
                measure.test(),
                test.psi(),
                test.critical(family.level()),
                family.qValues()[which],
                family.rejects(which),
                measure.words(window, whole));
    }

    /** Where rows with all features are all alike there is nothing to measure by. */
    private static List<Measure> measures(List<String> names, Components components, boolean windows) {
        if (components.held() == 0) {
            return List.of();
        }
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure.MeanShift(components));
        if (windows && components.leaveSome()) {
            measures.add(new Measure.Reconstruction(components));
        }
        for (int i = 0; windows && i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                measures.add(new Measure.Correlation(j, i, names.get(j), names.get(i)));
            }
        }
        return measures;
    }
}
