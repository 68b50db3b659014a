package io.leeway.monitor;

import io.leeway.drift.Baseline;
import io.leeway.estimate.Answers;
import io.leeway.estimate.Call;
import io.leeway.profile.Calls;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.sketch.BinCounts;
import io.leeway.sketch.Bins;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a window's profile counts of its answers, on the bins of a baseline. */
record WindowAnswers(Profile profile, Baseline baseline) implements Answers {
    @Override
    public BinCounts scores() {
        return profile.numeric(FeatureKey.SCORE).bins(baseline.id());
    }

    @Override
    public BinCounts called() {
        return profile.numeric(FeatureKey.CALLED_SCORE).bins(baseline.id());
    }

    @Override
    public Map<Call, Long> calls() {
        Map<Call, Long> calls = new HashMap<>();
        profile.categorical(FeatureKey.CALL)
                .categories()
                .categories()
                .forEach((call, count) -> calls.put(new Call(Calls.predicted(call), Calls.part(call)), count));
        return calls;
    }

    @Override
    public long otherCalls() {
        return profile.rows()
                - profile.categorical(FeatureKey.CALL).valid()
                + profile.categorical(FeatureKey.CALL).categories().other();
    }

    @Override
    public long[] predictions() {
        Optional<Bins> bins = baseline.layout().bins(FeatureKey.PREDICTION);
        return bins.map(it -> profile.numeric(FeatureKey.PREDICTION)
                        .bins(baseline.id())
                        .display(it))
                .orElseGet(() -> new long[0]);
    }
}
