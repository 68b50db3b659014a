package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A rule that tells versions apart, when one of them is taken out of service. */
class RetiredVersionTest {
    private final IncidentBook book = new IncidentBook(List.of(rule()));

    @Test
    void anIncidentOfAVersionThatIsGoneEndsWithItAWeekLater() {
        assertThat(told(day("1", 0, .3), day("2", 0, .01))).containsExactly("OPENED BREACH 1");
        for (int day = 1; day < 8; day++) {
            assertThat(told(day("2", day, .01))).as("day %d", day).isEmpty();
        }
        assertThat(told(day("2", 8, .01))).containsExactly("RESOLVED VERSION_RETIRED 1");
        assertThat(book.incidents().get(0).span().cleared()).contains(Sample.end(7));
    }

    @Test
    void emptyWindowsDoNotKeepAVersion() {
        assertThat(told(day("1", 0, .3), day("2", 0, .01))).containsExactly("OPENED BREACH 1");
        for (int day = 1; day < 8; day++) {
            assertThat(told(empty("1", day), day("2", day, .01)))
                    .as("day %d", day)
                    .isEmpty();
        }
        assertThat(told(empty("1", 8), day("2", 8, .01))).containsExactly("RESOLVED VERSION_RETIRED 1");
    }

    @Test
    void aVersionThatComesBackGoesOnWhereItStood() {
        assertThat(told(day("1", 0, .3), day("2", 9, .01))).hasSize(2);
        assertThat(told(day("1", 10, .3))).containsExactly("REOPENED LATE_DATA 1");
    }

    @Test
    void silenceOfAllVersionsRetiresNone() {
        assertThat(told(day("1", 0, .3), day("2", 0, .3))).hasSize(2);
        assertThat(told(day("2", 6, .3))).isEmpty();
        assertThat(book.incidents()).allMatch(Incident::open);
    }

    @Test
    void windowsOfAllVersionsTogetherRetireNone() {
        assertThat(told(day("1", 0, .3), day("*", 0, .01))).containsExactly("OPENED BREACH 1");
        assertThat(told(day("*", 20, .01))).isEmpty();
    }

    @Test
    void anyOrderOfArrivalRetiresTheSame() {
        long seed = new Random().nextLong();
        List<Observation> days = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            days.add(day("2", day, day % 7 == 3 ? .3 : .01));
            if (day < 6) {
                days.add(day("1", day, .3));
            }
        }
        assertThat(told(days.toArray(Observation[]::new))).isNotEmpty();
        List<Observation> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, new Random(seed));
        IncidentBook other = new IncidentBook(List.of(rule()));
        shuffled.forEach(day -> assertThat(other.accept(List.of(day))).isNotNull());
        assertThat(ends(other)).as("seed %d", seed).isEqualTo(ends(book));
    }

    @Test
    void aBookThatIsOpenedAgainKnowsWhatWasRetired() {
        Kept kept = new Kept();
        kept.add(book.accept(List.of(day("1", 0, .3), day("2", 9, .01))));
        IncidentBook again = kept.reopened(rule());
        assertThat(again.accept(List.of(day("2", 10, .01))).incidents()).isEmpty();
        assertThat(again.incidents().get(0).reason()).isEqualTo(Reason.VERSION_RETIRED);
    }

    private static List<String> ends(IncidentBook book) {
        return book.incidents().stream()
                .filter(incident -> incident.state() != Incident.State.WITHDRAWN)
                .map(incident -> incident.version() + " " + incident.state() + " "
                        + incident.span().cleared())
                .sorted()
                .toList();
    }

    private List<String> told(Observation... days) {
        return book.accept(List.of(days)).incidents().stream()
                .filter(IncidentChange::isNews)
                .map(change -> change.kind() + " " + change.reason() + " "
                        + change.incident().version())
                .toList();
    }

    private static Observation day(String version, int day, double psi) {
        Observation window = Sample.day("age", day, psi);
        Map<String, String> tags = new TreeMap<>(window.tags().values());
        tags.put("version", version);
        return window.sharing(new Tags(tags));
    }

    private static Observation empty(String version, int day) {
        Observation full = day(version, day, .3);
        return new Observation(
                full.measurement(), full.tags(), full.start(), full.end(), true, 1, 0, Map.of(), full.reason());
    }

    private static Rule rule() {
        Rule usual = Sample.rule();
        Watch watch = new Watch(
                "drift",
                new Tags(Map.of("window", "1d", "segment", "all")),
                List.of("model", "version", "feature"),
                usual.watch().models());
        return new Rule(
                usual.name(),
                watch,
                List.of("model", "version"),
                usual.trust(),
                usual.levels(),
                usual.clear(),
                usual.wording());
    }
}
