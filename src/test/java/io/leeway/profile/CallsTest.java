package io.leeway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.Model;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallsTest {
    @Test
    void aCallIsThePredictedClassWithThePartOfItsProbability() {
        Calls calls = new Calls(batch());
        assertThat(calls.at(0)).contains("14:a");
        assertThat(calls.at(1)).contains("19:b:c");
        assertThat(calls.at(2)).as("no probability of this class").isEmpty();
        assertThat(calls.at(3)).contains("0:1");
        assertThat(Calls.predicted("19:b:c")).isEqualTo("b:c");
        assertThat(Calls.part("19:b:c")).isEqualTo(19);
    }

    @Test
    void aProfileOfSeveralClassesCountsThem() {
        Batch batch = batch();
        Profile profile = new Profile();
        Model model = Model.of("m", SettingsOf.task(Task.MULTICLASS));
        new Profiler(batch, model, List.of()).add(profile, IntStream.range(0, 4).toArray(), 4);
        assertThat(profile.categorical(FeatureKey.CALL).categories().categories())
                .containsEntry("14:a", 1L)
                .containsEntry("19:b:c", 1L)
                .hasSize(3);
    }

    private static Batch batch() {
        BatchBuilder batch = new BatchBuilder("m");
        row(batch, "a");
        row(batch, "b:c");
        row(batch, "elsewhere");
        batch.predictionNumber(1.0);
        batch.score("1", 0);
        batch.keep();
        return batch.build();
    }

    private static void row(BatchBuilder batch, String predicted) {
        batch.predictionText(predicted);
        batch.score("a", 0.7);
        batch.score("b:c", 1);
        batch.keep();
    }
}
