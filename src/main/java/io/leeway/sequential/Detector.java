package io.leeway.sequential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Watches one stream for one change. Not safe for several threads. */
@FunctionalInterface
public interface Detector {
    /** Takes the next step; returns whether the stream has changed by now. */
    boolean add(Step step);

    /** The indices of the steps at which a change was found; a new detector begins behind each. */
    static List<Integer> changes(Supplier<Detector> detectors, List<Step> steps) {
        List<Integer> changes = new ArrayList<>();
        Detector detector = detectors.get();
        for (int i = 0; i < steps.size(); i++) {
            if (detector.add(steps.get(i))) {
                changes.add(i);
                detector = detectors.get();
            }
        }
        return changes;
    }
}
