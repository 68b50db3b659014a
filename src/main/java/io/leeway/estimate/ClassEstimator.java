package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.Figures;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Estimates the performance of a model with several classes. By the predicted class and its confidence the reference tells how
 * often the answer is right (calibrated class by class, rising with confidence), and which class it is instead where it is
 * wrong; so many of a window's rows are expected in each cell of the confusion matrix. The one-against-the-rest reading of
 * confidence-based estimation, arXiv:2505.05295.
 */
public final class ClassEstimator implements Estimator {
    /** With more rows of which nothing is known there is no estimate. */
    private static final double MOST_UNKNOWN = 0.1;

    private final Map<String, CalledClass> classes;
    private final Deviations deviations;

    private ClassEstimator(Map<String, CalledClass> classes, Deviations deviations) {
        this.classes = new TreeMap<>(classes);
        this.deviations = deviations;
    }

    /**
     * An estimator; absent where the reference has no labelled row with a confidence.
     *
     * @param outcomes how often each class came true behind each call
     * @param reference metrics of the reference and their intervals, of independent rows
     * @param n how many rows of the reference have a label
     */
    public static Optional<ClassEstimator> of(Map<Call, Map<String, Long>> outcomes, Figures reference, long n) {
        Map<String, CalledClass.Builder> builders = new TreeMap<>();
        outcomes.forEach((call, actual) -> builders.computeIfAbsent(call.predicted(), CalledClass.Builder::new)
                .add(call.confidence(), actual));
        Map<String, CalledClass> classes = new TreeMap<>();
        builders.forEach((name, builder) -> classes.put(name, builder.build()));
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClassEstimator(classes, Deviations.of(reference, n)));
    }

    @Override
    public Optional<Figures> estimate(Answers answers) {
        ExpectedClasses expected = new ExpectedClasses();
        long unknown = answers.otherCalls();
        for (Map.Entry<Call, Long> call : answers.calls().entrySet()) {
            CalledClass called = classes.get(call.getKey().predicted());
            if (called == null) {
                unknown += call.getValue();
            } else {
                expected.add(called, call.getKey().confidence(), call.getValue());
            }
        }
        return expected.n() < 1 || unknown > MOST_UNKNOWN * (expected.n() + unknown)
                ? Optional.empty()
                : Optional.of(deviations.banded(expected.metrics(), expected.n()));
    }

    @Override
    public void write(ByteWriter out) {
        deviations.write(out);
        out.count(classes.size());
        classes.forEach((name, called) -> called.write(out));
    }

    static ClassEstimator read(ByteReader in) {
        Deviations deviations = Deviations.read(in);
        Map<String, CalledClass> classes = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            CalledClass called = CalledClass.read(in);
            classes.put(called.name(), called);
        }
        return new ClassEstimator(classes, deviations);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassEstimator estimator
                && classes.equals(estimator.classes)
                && deviations.equals(estimator.deviations);
    }

    @Override
    public int hashCode() {
        return classes.hashCode();
    }
}
