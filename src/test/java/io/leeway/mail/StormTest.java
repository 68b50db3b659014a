package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Level;
import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.Archive;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Notices;
import io.leeway.notify.Outbox;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import io.leeway.notify.SortedStore;
import io.leeway.routing.Matcher;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import io.leeway.routing.Route;
import io.leeway.state.Changes;
import io.leeway.text.NamePattern;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 200 models of 50 inputs break at once: judged by the shipped rule, told after a wait of 30 seconds of a clock of the
 * test's own, with pictures, and delivered by SMTP. What is measured is the rest of a minute.
 */
class StormTest {
    private static final int MODELS = 200;
    private static final int INPUTS = 50;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant NOW = DAY.plus(Duration.ofHours(25));

    private final SortedStore store = new SortedStore();

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void everyOwnerGetsOneMailWithinAMinute(int owners) throws Exception {
        List<Observation> windows = windows();
        try (FaultyServer server = new FaultyServer()) {
            Receivers receivers = receivers(owners, server.port());
            try (SmtpMailer mailer = new SmtpMailer(receivers.mail())) {
                long began = System.nanoTime();
                AlertDesk desk = desk(receivers);
                breakAll(desk, windows);
                assertThat(desk.next(NOW)).contains(NOW.plus(WAIT));
                tell(desk);
                Outbox outbox = new Outbox(store, mailer, new Notices(new MimeNotices(receivers.mail()), receivers));
                assertThat(outbox.attemptDue(NOW.plus(WAIT)).sent()).isEqualTo(owners);
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                assertThat(took)
                        .as("judged, written with pictures and delivered")
                        .isLessThan(Duration.ofMinutes(1).minus(WAIT));
            }
            assertThat(server.taken().stream().flatMap(mail -> mail.recipients().stream()))
                    .as("one mail for everybody")
                    .hasSize(owners)
                    .doesNotHaveDuplicates();
            assertThat(server.taken()).allMatch(mail -> mail.mail().length() < 200_000);
        }
        assertThat(new Archive(store).incidents()).hasSize(MODELS);
        assertThat(Outbox.queued(store)).isZero();
    }

    private void breakAll(AlertDesk desk, List<Observation> windows) {
        Changes commit = new Changes();
        assertThat(desk.accept(windows, NOW, commit)).hasSize(MODELS);
        store.commit(commit);
    }

    private void tell(AlertDesk desk) {
        Changes commit = new Changes();
        desk.tell(NOW.plus(WAIT), commit);
        store.commit(commit);
    }

    private AlertDesk desk(Receivers receivers) throws InvalidYamlException {
        return AlertDesk.open(
                store,
                AlertFiles.shipped().rules(),
                receivers,
                new MimeComposer(incident -> Optional.of(PictureTest.exhibit("input-0"))));
    }

    private static List<Observation> windows() {
        List<Observation> windows = new ArrayList<>();
        for (int model = 0; model < MODELS; model++) {
            for (int input = 0; input < INPUTS; input++) {
                windows.add(window("model-" + model, "input-" + input));
            }
        }
        return windows;
    }

    private static Observation window(String model, String input) {
        Map<String, String> tags = Map.of(
                "model", model, "version", "*", "segment", "all", "window", "1d", "feature", input, "role", "feature");
        Map<String, Double> figures =
                Map.of("psi_test", 0.5, "threshold", 0.1, "drift_score", 5.0, "n", 1000.0, "drifted", 1.0);
        Instant end = DAY.plus(Duration.ofDays(1));
        return new Observation("drift", new Tags(tags), DAY, end, true, 1, 1000, figures, "It drifted.");
    }

    /** Every owner has equally many models. */
    private static Receivers receivers(int owners, int port) throws InvalidYamlException {
        MailSettings settings = new MailSettings(
                "leeway@example.org",
                Optional.empty(),
                "example.org",
                List.of(new MailSettings.Server("127.0.0.1", port, MailSettings.Tls.NONE, Optional.empty())),
                MailSettings.Timeouts.DEFAULTS);
        Receiver usual = AlertFiles.shipped().receivers().receiver("on-call").orElseThrow();
        Map<String, Receiver> all = new TreeMap<>(Map.of("on-call", usual));
        List<Route> routes = IntStream.range(0, owners)
                .mapToObj(owner -> route(owner, owners, all))
                .toList();
        Pace pace = new Pace(WAIT, Duration.ofMinutes(15), Duration.ofHours(6));
        return new Receivers(
                settings, Optional.empty(), all, new Route(List.of(), false, policy(Optional.empty(), pace), routes));
    }

    private static Route route(int owner, int owners, Map<String, Receiver> all) {
        String name = "owner-" + owner;
        all.put(name, new Receiver(name, List.of(name + "@example.org"), Level.WARNING));
        List<NamePattern> models = IntStream.range(0, MODELS)
                .filter(model -> model % owners == owner)
                .mapToObj(model -> new NamePattern("model-" + model))
                .toList();
        Pace pace = new Pace(WAIT, Duration.ofMinutes(15), Duration.ofHours(6));
        return new Route(List.of(new Matcher("model", models)), false, policy(Optional.of(name), pace), List.of());
    }

    private static Policy policy(Optional<String> to, Pace pace) {
        return new Policy(to, pace, Optional.empty(), List.of());
    }
}
