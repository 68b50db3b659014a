package io.leeway.mail;

import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.Archive;
import io.leeway.notify.Receivers;
import io.leeway.notify.SortedStore;
import io.leeway.state.Changes;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two faults of the bundled log as the shipped rules see them, day by day, told at once. */
final class Flights {
    final SortedStore store = new SortedStore();
    private final AlertDesk desk;

    Flights() throws InvalidYamlException {
        AlertFiles shipped = AlertFiles.shipped();
        Receivers receivers = new Receivers(
                shipped.receivers().mail(),
                Optional.of("http://127.0.0.1:8080"),
                shipped.receivers().all());
        desk = AlertDesk.open(store, shipped.rules(), receivers, new MimeComposer());
    }

    Archive archive() {
        return new Archive(store);
    }

    /** One day of one input; the mails are dated an hour after its end. */
    private void day(String measurement, String feature, String day, Map<String, Double> figures, String reason) {
        Instant start = Instant.parse(day + "T00:00:00Z");
        Map<String, String> tags = new HashMap<>(
                Map.of("model", "flight-delay", "version", "*", "segment", "all", "window", "1d", "feature", feature));
        if (measurement.equals("drift")) {
            tags.put("role", "feature");
        }
        Instant end = start.plus(Duration.ofDays(1));
        Observation window = new Observation(measurement, new Tags(tags), start, end, true, 1, 196, figures, reason);
        Changes commit = new Changes();
        if (desk.accept(List.of(window), end.plus(Duration.ofHours(1)), commit).size() > 2) {
            throw new AssertionError("one window cannot change more than two incidents");
        }
        store.commit(commit);
    }

    /** Kilometres instead of miles from 21 to 27 May 2001. */
    Flights distanceInKilometres() {
        double[] psi = {.078, .058, .332, .300, .463, .540, .498, .512, .607, .035, .036};
        for (int day = 0; day < psi.length; day++) {
            Map<String, Double> figures = Map.of(
                    "psi_test",
                    psi[day],
                    "threshold",
                    .171,
                    "drift_score",
                    psi[day] / .171,
                    "ks",
                    .9 * psi[day],
                    "wasserstein_norm",
                    2 * psi[day],
                    "q_value",
                    .0001);
            day(
                    "drift",
                    "distance",
                    "2001-05-" + (19 + day),
                    figures,
                    "The histogram of distance differs from the baseline by more than chance and its own noise allow.");
        }
        return this;
    }

    /** The feed of delays out from 16 to 18 April 2001. */
    Flights delaysMissing() {
        double[] missing = {.099, .692, .627, .611, .062, .053};
        for (int day = 0; day < missing.length; day++) {
            Map<String, Double> figures = Map.of(
                    "missing_rate",
                    missing[day],
                    "baseline.missing_rate",
                    .081,
                    "wrong_type_rate",
                    0.0,
                    "out_of_range_rate",
                    .004,
                    "drift_score",
                    missing[day] > .2 ? 11.0 : .4);
            day(
                    "quality",
                    "recent_delay",
                    "2001-04-" + (15 + day),
                    figures,
                    missing[day] > .2
                            ? "Missing in " + Math.round(missing[day] * 100) + " % of rows, 8 % on the baseline."
                            : "");
        }
        return this;
    }
}
