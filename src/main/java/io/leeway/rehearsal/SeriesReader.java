package io.leeway.rehearsal;

import io.leeway.alert.FigureNames;
import io.leeway.alert.Tags;
import io.leeway.alert.Watchable;
import io.leeway.catalog.WindowSize;
import io.leeway.yaml.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one series of windows of {@code given}: its tags, the size of its windows, the figures of each, and how late they
 * become known. A window whose {@code n} is {@code _} never comes.
 */
final class SeriesReader {
    private final Section given;
    private final Times times;

    SeriesReader(Section given, Times times) {
        this.given = given;
        this.times = times;
    }

    /** Its windows, oldest first; none if something is wrong, which is told. */
    List<Arrival> arrivals() {
        given.only("series", "every", "from", "arrive", "fields");
        Optional<Section> series = given.section("series");
        Optional<WindowSize> every =
                given.needed("every").flatMap(text -> text.oneOf(Arrays.asList(WindowSize.values()), WindowSize::text));
        if (series.isEmpty()) {
            given.problem("series is missing here, such as {measurement: drift, model: credit, feature: age}");
        }
        Optional<Watchable> measurement = series.flatMap(section -> section.needed("measurement"))
                .flatMap(text -> text.oneOf(Watchable.NAMES, name -> name))
                .map(Watchable::of);
        return measurement.isEmpty() || every.isEmpty()
                ? List.of()
                : arrivals(course(series.get(), measurement.get(), every.get()), every.get());
    }

    private Course course(Section series, Watchable measurement, WindowSize every) {
        return new Course(measurement.measurement(), tags(series, measurement, every), figures(measurement.figures()));
    }

    private Tags tags(Section series, Watchable measurement, WindowSize every) {
        List<String> known = new ArrayList<>(measurement.tags());
        known.remove("window");
        Map<String, String> tags = new HashMap<>(Map.of("version", "*", "segment", "all"));
        tags.keySet().retainAll(known);
        known.forEach(tag -> series.text(tag).ifPresent(text -> tags.put(tag, text.value())));
        known.add("measurement");
        series.only(known.toArray(String[]::new));
        var unused = series.needed("model");
        if (measurement.tags().contains("window")) {
            tags.put("window", every.text());
        }
        return new Tags(tags);
    }

    private List<Arrival> arrivals(Course course, WindowSize every) {
        if (!course.even()) {
            given.problem(
                    "fields",
                    "every field needs as many values as the others, which is " + course.windows() + ", or one");
            return List.of();
        }
        Duration delay = given.text("arrive").flatMap(Times::span).orElse(Duration.ZERO);
        List<Arrival> arrivals = new ArrayList<>();
        Instant start = first(every);
        for (int i = 0; i < course.windows(); i++) {
            Instant end = every.endOf(start, ZoneOffset.UTC);
            Instant at = end.plus(delay);
            course.window(i, start, end, Duration.between(times.start(), at))
                    .ifPresent(window -> arrivals.add(new Arrival(at, window)));
            start = end;
        }
        return arrivals;
    }

    private Instant first(WindowSize every) {
        Instant from = given.text("from").flatMap(times::instant).orElse(times.start());
        if (!every.startOf(from, ZoneOffset.UTC).equals(from)) {
            given.problem("every", "no window of " + every.text() + " begins at " + from + " (weeks begin on Monday)");
        }
        return from;
    }

    private Map<String, Samples> figures(FigureNames names) {
        Map<String, Samples> figures = new LinkedHashMap<>();
        Optional<Section> fields = given.section("fields");
        if (fields.isEmpty()) {
            given.problem("fields is missing here, such as {drifted: \"0x5 1x2\", n: \"1000\"}");
        }
        fields.ifPresent(section -> section.keys().forEach(written -> {
            Optional<String> stored = written.equals("n") ? Optional.of("n") : names.stored(written);
            if (stored.isEmpty()) {
                section.problem(written, "there is no figure " + written + " here; " + names.suggestion(written));
            }
            Optional<Samples> samples = section.needed(written).flatMap(Samples::of);
            stored.ifPresent(name -> samples.ifPresent(values -> figures.put(name, values)));
        }));
        return figures;
    }
}
