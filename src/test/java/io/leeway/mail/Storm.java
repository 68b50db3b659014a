package io.leeway.mail;

import io.leeway.alert.Level;
import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.Exhibits;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Notices;
import io.leeway.notify.Outbox;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import io.leeway.routing.Matcher;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import io.leeway.routing.Route;
import io.leeway.state.Changes;
import io.leeway.state.Store;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * 200 models of 50 inputs break at once: judged by the shipped rule, told after a wait of 30 seconds of a clock of its own,
 * with pictures, and delivered by SMTP. Every owner has equally many models.
 */
public final class Storm {
    public static final int MODELS = 200;
    /** How long the first news of an incident waits for others. */
    public static final Duration WAIT = Duration.ofSeconds(30);

    private static final int INPUTS = 50;
    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant NOW = DAY.plus(Duration.ofHours(25));

    private final Store store;
    private final int owners;
    private final List<Observation> windows = windows();
    private final AtomicInteger looks = new AtomicInteger();

    public Storm(Store store, int owners) {
        this.store = store;
        this.owners = owners;
    }

    /** What came of it; how long it took beside the wait; how often somebody asked what to draw. */
    public record Outcome(int opened, Outbox.Pass pass, Duration took, int looks) {}

    /** Lets it happen, with mails to a server on this machine. */
    public Outcome breaks(int port) throws InvalidYamlException {
        Receivers receivers = receivers(port);
        try (SmtpMailer mailer = new SmtpMailer(receivers.mail())) {
            long began = System.nanoTime();
            AlertDesk desk =
                    AlertDesk.open(store, AlertFiles.shipped().rules(), receivers, new MimeComposer(exhibits()));
            Changes judged = new Changes();
            int opened = desk.accept(windows, NOW, judged).size();
            store.commit(judged);
            Changes told = new Changes();
            desk.tell(NOW.plus(WAIT), told);
            store.commit(told);
            Outbox outbox = new Outbox(store, mailer, new Notices(new MimeNotices(receivers.mail()), receivers));
            Outbox.Pass pass = outbox.attemptDue(NOW.plus(WAIT));
            return new Outcome(opened, pass, Duration.ofNanos(System.nanoTime() - began), looks.get());
        }
    }

    private Exhibits exhibits() {
        return incident -> {
            int unused = looks.incrementAndGet();
            return Optional.of(PictureTest.exhibit("input-0"));
        };
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

    private Receivers receivers(int port) throws InvalidYamlException {
        MailSettings settings = new MailSettings(
                "leeway@example.org",
                Optional.empty(),
                "example.org",
                List.of(new MailSettings.Server("127.0.0.1", port, MailSettings.Tls.NONE, Optional.empty())),
                MailSettings.Timeouts.DEFAULTS);
        Receiver usual = AlertFiles.shipped().receivers().receiver("on-call").orElseThrow();
        Map<String, Receiver> all = new TreeMap<>(Map.of("on-call", usual));
        List<Route> routes =
                IntStream.range(0, owners).mapToObj(owner -> route(owner, all)).toList();
        Pace pace = new Pace(WAIT, Duration.ofMinutes(15), Duration.ofHours(6));
        return new Receivers(
                settings, Optional.empty(), all, new Route(List.of(), false, policy(Optional.empty(), pace), routes));
    }

    private Route route(int owner, Map<String, Receiver> all) {
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
