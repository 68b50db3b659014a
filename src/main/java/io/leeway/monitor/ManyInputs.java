package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.Baseline;
import io.leeway.joint.JointReference;
import io.leeway.joint.JointReport;
import io.leeway.profile.JointLayout;
import io.leeway.profile.Profile;
import io.leeway.sketch.JointSums;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is found in the numeric features of windows together, where a baseline watches them so. One thread. */
final class ManyInputs {
    private static final int MOST_IN_MEMORY = 50;

    private final Map<Key, JointReference> inMemory = new LinkedHashMap<>();

    /**
     * The report of a window.
     *
     * @param alpha the share of windows that may alarm by chance
     */
    Optional<JointReport> report(
            WindowSize size, Profile window, Baseline baseline, ModelSettings settings, double alpha) {
        Optional<JointSums> sums = window.joint(baseline.id()).filter(it -> JointReference.isEnough(it.n()));
        Optional<JointSums> whole = baseline.whole().joint(baseline.id()).filter(it -> JointReference.isEnough(it.n()));
        return sums.isEmpty() || whole.isEmpty()
                ? Optional.empty()
                : baseline.layout()
                        .joint()
                        .map(joint -> new JointReport(
                                sums.get().n(),
                                joint.columns().size(),
                                joint.leftOut(),
                                reference(new Key(baseline.id(), size, settings.zone()), joint, baseline, whole.get())
                                        .judge(sums.get(), alpha, settings.tolerance())));
    }

    private JointReference reference(Key key, JointLayout joint, Baseline baseline, JointSums whole) {
        if (inMemory.size() > MOST_IN_MEMORY) {
            inMemory.clear();
        }
        return inMemory.computeIfAbsent(key, unused -> {
            List<JointSums> windows = baseline.windows(key.size(), key.zone()).values().stream()
                    .flatMap(profile -> profile.joint(baseline.id()).stream())
                    .toList();
            return JointReference.of(
                    joint.columns().stream().map(JointLayout.Standard::name).toList(), whole, windows);
        });
    }

    private record Key(String baseline, WindowSize size, ZoneId zone) {}
}
