package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Incident;
import io.leeway.alert.Sample;
import io.leeway.app.verticle.AlertVerticle;
import io.leeway.app.verticle.Judging;
import io.leeway.http.OnCall;
import io.leeway.links.Deed;
import io.leeway.links.Seal;
import io.leeway.links.Ticket;
import io.leeway.notify.Acknowledgement;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.PlainComposer;
import io.leeway.notify.SortedStore;
import io.leeway.state.Changes;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What somebody on call is shown. */
class OnCallViewTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    private final SortedStore store = new SortedStore();
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final AlertFiles alerts;
    private final AlertDesk desk;
    private final OnCallView view;

    OnCallViewTest() throws InvalidYamlException {
        alerts = new AlertFiles(List.of(Sample.rule()), AlertFiles.shipped().receivers());
        desk = AlertDesk.open(store, alerts.rules(), alerts.receivers(), new PlainComposer());
        Judging judging = new Judging(store, () -> desk, new Judging.Keeping(Duration.ofDays(400), dropped -> {}));
        Desk parts = new Desk(
                store, new Seal(new byte[32]), alerts, alerts.receivers().mail());
        view = new OnCallView(new AlertVerticle(judging, clock::get), () -> parts, clock::get);
    }

    /** No rules run here: they would never answer. */
    @Test
    void aForgedLinkAndAnExpiredOneNeverReachTheRules() {
        Ticket old = new Ticket(Deed.ACKNOWLEDGE, "i1", "team", NOW);
        for (String link : List.of("forged", new Seal(new byte[32]).sealed(old))) {
            assertThat(view.follow(link, "Ann").toCompletableFuture())
                    .isCompletedWithValueMatching(answer -> answer.offer().isEmpty());
        }
    }

    @Test
    void anAcknowledgementIsShownUntilItExpires() {
        Changes commit = new Changes();
        Incident incident = desk.accept(List.of(Sample.day("age", 0, .3)), NOW, commit)
                .get(0)
                .incident();
        Acknowledgement said = new Acknowledgement(incident.id(), "Ann", "", NOW, NOW.plus(Duration.ofHours(1)));
        assertThat(desk.acknowledge(said, commit)).isPresent();
        store.commit(commit);
        assertThat(view.incidents().get(0).acknowledged())
                .map(OnCall.Caring::author)
                .contains("Ann");
        clock.set(NOW.plus(Duration.ofHours(1)));
        assertThat(view.incidents().get(0).acknowledged()).isEmpty();
    }
}
