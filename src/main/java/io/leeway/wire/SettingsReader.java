package io.leeway.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.leeway.catalog.Durations;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.FeatureSettings;
import io.leeway.catalog.Keep;
import io.leeway.catalog.Problem;
import io.leeway.catalog.SettingsCheck;
import io.leeway.catalog.Spelling;
import io.leeway.catalog.Task;
import io.leeway.catalog.Tolerance;
import io.leeway.catalog.WindowSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a model's settings and collects all that is wrong with them. */
final class SettingsReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Keep[] KEPT_IDS = {Keep.HASH, Keep.VALUE};

    private final List<Problem> problems = new ArrayList<>();
    private final SettingsDraft draft = new SettingsDraft();
    private final WatchingReader watching = new WatchingReader(draft, problems);
    private final Map<String, Value> keys = keys();

    SettingsJson.Read read(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            object(parser, "settings", "", keys);
            if (problems.isEmpty() && parser.nextToken() != null) {
                problem("settings", "must be one JSON object, with nothing behind it.");
            }
        } catch (JsonProcessingException e) {
            problem("settings", "are not valid JSON: " + where(e));
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
        problems.addAll(SettingsCheck.problems(draft.settings()));
        return new SettingsJson.Read(draft.settings(), problems);
    }

    private Map<String, Value> keys() {
        return Map.ofEntries(
                entry("task", word(Task.values(), Task::text, task -> draft.task = Optional.of(task))),
                entry("positive", this::positive),
                entry("windows", this::windows),
                entry("lateness", duration(value -> draft.lateness = value)),
                entry("idle_after", duration(value -> draft.idleAfter = value)),
                entry("zone", this::zone),
                entry("segments", watching::segments),
                entry("features", (parser, path) -> entries(parser, path, this::feature)),
                entry("label_horizon", duration(value -> draft.labelHorizon = value)),
                entry("keep_windows", duration(value -> draft.keepWindows = value)),
                entry("alpha", number(value -> draft.alpha = value)),
                entry("tolerance", number(value -> draft.tolerance = value)),
                entry("rate_tolerance", number(value -> draft.rateTolerance = value)),
                entry("performance_tolerance", (parser, path) -> entries(parser, path, this::tolerance)),
                entry("min_label_coverage", number(value -> draft.minLabelCoverage = value)),
                entry("threshold", number(value -> draft.threshold = value)),
                entry("keep", word(Keep.values(), Keep::text, keep -> draft.keep = keep)),
                entry("ids", word(KEPT_IDS, Keep::text, keep -> draft.ids = keep)),
                entry("many_inputs", truth(value -> draft.manyInputs = value)),
                entry("references", watching::references),
                entry("false_alarms", watching::falseAlarms));
    }

    /** Reads the value of each key of an object; null leaves the default. */
    private void object(JsonParser parser, String path, String prefix, Map<String, Value> known) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrongType(parser, path, "must be a JSON object.");
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            Value value = known.getOrDefault(name, unknown(name, known.keySet()));
            if (token != JsonToken.VALUE_NULL || !known.containsKey(name)) {
                value.read(parser, prefix + name);
            }
        }
    }

    private void entries(JsonParser parser, String path, Value entry) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrongType(parser, path, "must be a JSON object.");
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            entry.read(parser, path + "." + name);
        }
    }

    private Value unknown(String name, Collection<String> known) {
        return (parser, path) -> wrongType(
                parser,
                path,
                "is not known: " + Spelling.hint(name, known.stream().sorted().toList()));
    }

    private void positive(JsonParser parser, String path) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            draft.positive = Optional.of(parser.getText());
        } else {
            wrongType(parser, path, "must be a text, for example \"1\".");
        }
    }

    private void windows(JsonParser parser, String path) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrongType(parser, path, "must be a list, for example [\"1h\",\"1d\"].");
            return;
        }
        List<WindowSize> sizes = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            word(WindowSize.values(), WindowSize::text, sizes::add).read(parser, path + "[" + i + "]");
        }
        draft.windows = sizes;
    }

    private void zone(JsonParser parser, String path) throws IOException {
        Optional<ZoneId> zone =
                parser.currentToken() == JsonToken.VALUE_STRING ? zone(parser.getText()) : Optional.empty();
        if (zone.isPresent()) {
            draft.zone = zone.get();
        } else {
            wrongType(parser, path, "must be the name of a time zone, for example \"UTC\" or \"Europe/Paris\".");
        }
    }

    private void feature(JsonParser parser, String path) throws IOException {
        String name = path.substring("features.".length());
        FeatureDraft feature = new FeatureDraft();
        Map<String, Value> known = Map.of(
                "kind", word(FeatureKind.values(), FeatureKind::text, kind -> feature.kind = Optional.of(kind)),
                "monitor", truth(monitor -> feature.monitor = monitor),
                "keep", word(Keep.values(), Keep::text, keep -> feature.keep = Optional.of(keep)),
                "importance", number(importance -> feature.importance = OptionalDouble.of(importance)));
        object(parser, path, path + ".", known);
        draft.features.put(name, new FeatureSettings(feature.kind, feature.monitor, feature.keep, feature.importance));
    }

    private void tolerance(JsonParser parser, String path) throws IOException {
        String metric = path.substring("performance_tolerance.".length());
        Optional<Tolerance> tolerance = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(new Tolerance(parser.getDoubleValue(), false));
            case VALUE_STRING -> Percent.parse(parser.getText()).map(share -> new Tolerance(share, true));
            default -> Optional.empty();
        };
        if (tolerance.isPresent()) {
            draft.performanceTolerance.put(metric, tolerance.get());
        } else {
            wrongType(parser, path, "must be a number or a share of the baseline, for example 0.01 or \"10%\".");
        }
    }

    private Value duration(Consumer<Duration> set) {
        return (parser, path) -> {
            Optional<Duration> duration = parser.currentToken() == JsonToken.VALUE_STRING
                    ? Durations.parse(parser.getText())
                    : Optional.empty();
            if (duration.isPresent()) {
                set.accept(duration.get());
            } else {
                wrongType(parser, path, "must be a duration such as \"90d\", \"1h\", \"5m\" or \"30s\".");
            }
        };
    }

    private Value number(DoubleConsumer set) {
        return (parser, path) -> {
            if (parser.currentToken().isNumeric()) {
                set.accept(parser.getDoubleValue());
            } else {
                wrongType(parser, path, "must be a number.");
            }
        };
    }

    private Value truth(Consumer<Boolean> set) {
        return (parser, path) -> {
            if (parser.currentToken().isBoolean()) {
                set.accept(parser.getBooleanValue());
            } else {
                wrongType(parser, path, "must be true or false.");
            }
        };
    }

    /** One of a few words. */
    private <T> Value word(T[] all, Function<T, String> text, Consumer<T> set) {
        return (parser, path) -> {
            String written = parser.currentToken().isScalarValue() ? parser.getText() : "";
            Optional<T> found = Arrays.stream(all)
                    .filter(one -> text.apply(one).equals(written))
                    .findFirst();
            if (found.isPresent()) {
                set.accept(found.get());
            } else {
                String words = String.join(", ", Stream.of(all).map(text).toList());
                wrongType(parser, path, "must be one of " + words + ".");
            }
        };
    }

    private void wrongType(JsonParser parser, String path, String sentence) throws IOException {
        parser.skipChildren();
        problem(path, sentence);
    }

    private void problem(String path, String sentence) {
        problems.add(new Problem(path, sentence));
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            ZoneId zone = ZoneId.of(name);
            return Optional.of(zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String where(JsonProcessingException e) {
        return "look at line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr() + ".";
    }

    /** One feature's settings in the making. */
    private static final class FeatureDraft {
        Optional<FeatureKind> kind = FeatureSettings.withDefaults().kind();
        boolean monitor = FeatureSettings.withDefaults().monitor();
        Optional<Keep> keep = FeatureSettings.withDefaults().keep();
        OptionalDouble importance = FeatureSettings.withDefaults().importance();
    }

    /** Reads the value the parser stands on. */
    @FunctionalInterface
    private interface Value {
        void read(JsonParser parser, String path) throws IOException;
    }
}
