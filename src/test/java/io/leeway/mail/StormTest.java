package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.notify.Archive;
import io.leeway.notify.Outbox;
import io.leeway.notify.SortedStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a storm of alerts bearable and quick is counted here; {@code -Dbench=storm} says how long it takes. */
class StormTest {
    private final SortedStore store = new SortedStore();

    @ParameterizedTest
    @CsvSource({"1, 0", "20, 0", "200, 200"})
    void everyOwnerGetsOneMailInOnePassAndNothingIsDrawnTwice(int owners, int pictures) throws Exception {
        try (FaultyServer server = new FaultyServer()) {
            Storm.Outcome storm = new Storm(store, owners).breaks(server.port());
            assertThat(storm.opened()).isEqualTo(Storm.MODELS);
            assertThat(storm.pass().sent()).isEqualTo(owners);
            assertThat(storm.looks()).as("pictures").isEqualTo(pictures);
            assertThat(server.connections()).as("no attempt in vain").isEqualTo(owners);
            assertThat(server.taken().stream().flatMap(mail -> mail.recipients().stream()))
                    .as("one mail for everybody")
                    .hasSize(owners)
                    .doesNotHaveDuplicates();
            assertThat(server.taken()).allMatch(mail -> mail.mail().length() < 200_000);
        }
        assertThat(new Archive(store).incidents()).hasSize(Storm.MODELS);
        assertThat(Outbox.queued(store)).isZero();
    }
}
