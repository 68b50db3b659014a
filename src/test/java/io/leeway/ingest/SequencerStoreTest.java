package io.leeway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequencerStoreTest {
    private static final Instant NOON = Desk.NOON;

    /** Checkpoint never, after the first request, between, at the end. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 4, 5})
    void aRecoveredSequencerKnowsWhatOneThatNeverStoppedKnows(int checkpointAfter) {
        Desk running = new Desk();
        Desk stopped = new Desk();
        for (int step = 0; step < 6; step++) {
            step(running, step);
            step(stopped, step);
            if (step == checkpointAfter) {
                stopped.checkpoint();
            }
        }
        stopped.restart();
        assertThat(states(stopped)).isEqualTo(states(running));
        assertThat(stopped.sequencer.position()).isEqualTo(running.sequencer.position());
    }

    @Test
    void theReferenceSetOfAModelCreatedBehindTheCheckpointIsKept() {
        Desk desk = new Desk();
        desk.checkpoint();
        desk.baseline(Optional.empty(), Desk.rows(5, "r", NOON), NOON);
        desk.write();
        desk.restart();
        desk.settings(Desk.MODEL, ModelSettings.withDefaults(), NOON);
        assertThat(desk.write()).hasAtLeastOneElementOfType(Entry.BaselineSet.class);
    }

    @Test
    void aReferenceSetWhoseKeepingWasCutShortIsKeptByTheReplay() {
        Desk desk = new Desk();
        desk.baseline(Optional.empty(), Desk.rows(5, "r", NOON), NOON);
        desk.crashAfter(2);
        desk.settings(Desk.MODEL, ModelSettings.withDefaults(), NOON);
        assertThat(desk.write()).hasAtLeastOneElementOfType(Entry.BaselineSet.class);
    }

    @Test
    void aReferenceSetThatWasReplacedGoesWithTheNextCheckpoint() {
        Desk desk = new Desk();
        for (int i = 0; i < 4; i++) {
            desk.baseline(Optional.empty(), Desk.rows(5, "r" + i, NOON), NOON);
            desk.baseline(Optional.of("2"), Desk.rows(5, "s" + i, NOON), NOON);
            desk.write();
            desk.checkpoint();
            assertThat(kept(desk)).isEqualTo(2);
        }
        desk.restart();
        desk.settings(Desk.MODEL, ModelSettings.withDefaults(), NOON);
        assertThat(desk.write().stream().filter(Entry.BaselineSet.class::isInstance))
                .hasSize(2);
    }

    private static void step(Desk desk, int step) {
        Instant now = NOON.plusSeconds(60L * step);
        switch (step) {
            case 0 -> desk.settings(Desk.MODEL, ModelSettings.withDefaults(), now);
            case 1 -> desk.predictions(Desk.rows(900, "a", NOON), 1, Desk.key("k"), now);
            case 2 -> desk.labels(Desk.label("a1"), 2, Desk.key("l"), now);
            case 3 -> desk.predictions(Desk.rows(200, "b", NOON), 0, Optional.empty(), now);
            case 4 -> desk.forget(Desk.MODEL, "a2", now);
            default -> desk.sequencer.tick(now.plus(Duration.ofDays(2)));
        }
        desk.write();
    }

    private static Map<String, String> states(Desk desk) {
        Map<String, String> states = new TreeMap<>();
        desk.sequencer.ledger().models().forEach((name, state) -> states.put(name, Arrays.toString(state.bytes())));
        return states;
    }

    private static int kept(Desk desk) {
        int[] kept = new int[1];
        desk.store.scan(SequencerStore.REFERENCES, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            kept[0]++;
            return true;
        });
        return kept[0];
    }
}
