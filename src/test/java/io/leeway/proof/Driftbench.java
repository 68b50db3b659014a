package io.leeway.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.Baseline;
import io.leeway.drift.WindowComparison;
import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import io.leeway.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams of a folder with a manifest, whose drift is known exactly, against a reference without times. */
final class Driftbench {
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final List<WindowSize> SIZES = List.of(WindowSize.DAY, WindowSize.WEEK);

    private final Path folder;
    private final Watch watch;

    Driftbench(Path folder) throws IOException {
        this.folder = folder;
        Batch reference = CsvLog.read(open("reference.csv.gz"));
        this.watch = new Watch(model(reference), reference, Baseline.Origin.UPLOADED_WITHOUT_TIMES);
    }

    /** All streams, their closed windows of both sizes judged against the baseline. */
    List<DriftStream> judged() throws IOException {
        return judged(new ReferenceRule.Baseline(), kind -> true);
    }

    /** The streams of some kinds, their windows judged against the baseline or against windows of the stream. */
    List<DriftStream> judged(ReferenceRule rule, Predicate<String> kinds) throws IOException {
        List<DriftStream> streams = new ArrayList<>();
        for (Map<String, String> facts : manifest()) {
            if (kinds.test(facts.getOrDefault("kind", ""))) {
                streams.add(judged(facts, rule));
            }
        }
        return streams;
    }

    private DriftStream judged(Map<String, String> facts, ReferenceRule rule) throws IOException {
        Batch rows = CsvLog.read(open(facts.getOrDefault("file", "")));
        return new DriftStream(
                facts, SIZES.stream().flatMap(size -> judged(rows, size, rule)).toList());
    }

    private Stream<DriftStream.Window> judged(Batch rows, WindowSize size, ReferenceRule rule) {
        NavigableMap<Instant, Profile> windows = windows(rows, size);
        WindowComparison baseline = watch.comparison(size);
        Function<Instant, WindowComparison> comparison = start -> rule.isPast()
                ? watch.comparison(rule.windows(size, start, ZONE).stream()
                        .map(windows::get)
                        .filter(Objects::nonNull)
                        .toList())
                : baseline;
        Instant end = WindowSize.DAY.endOf(windows(rows, WindowSize.DAY).lastKey(), ZONE);
        return windows.entrySet().stream()
                .filter(window -> !size.endOf(window.getKey(), ZONE).isAfter(end))
                .map(window -> new DriftStream.Window(
                        size, window.getKey(), watch.judge(window.getValue(), comparison.apply(window.getKey()))));
    }

    private NavigableMap<Instant, Profile> windows(Batch rows, WindowSize size) {
        Map<Instant, List<Integer>> starts = IntStream.range(0, rows.size())
                .boxed()
                .collect(
                        Collectors.groupingBy(row -> size.startOf(Instant.ofEpochMilli(rows.timestamps()[row]), ZONE)));
        NavigableMap<Instant, Profile> windows = new TreeMap<>();
        starts.forEach((start, members) -> {
            Profile window = new Profile();
            watch.count(rows, members.stream().mapToInt(Integer::intValue).toArray(), window);
            windows.put(start, window);
        });
        return windows;
    }

    private static Model model(Batch reference) {
        Map<String, FeatureKind> kinds = new HashMap<>();
        for (ValueColumn feature : reference.features()) {
            boolean numeric = IntStream.range(0, feature.size()).noneMatch(row -> feature.kind(row) == ValueKind.TEXT);
            kinds.put(feature.name(), numeric ? FeatureKind.NUMERIC : FeatureKind.CATEGORICAL);
        }
        return new Model("m", ModelSettings.withDefaults(), Optional.of(Task.BINARY), Optional.of("1"), kinds);
    }

    private List<Map<String, String>> manifest() throws IOException {
        List<Map<String, String>> streams = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(open("manifest.json"))) {
            Map<String, String> stream = new HashMap<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    stream = new HashMap<>();
                    streams.add(stream);
                } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    stream.put(parser.currentName(), parser.getText());
                }
            }
        }
        return streams;
    }

    private InputStream open(String file) throws IOException {
        return Files.newInputStream(folder.resolve(file));
    }
}
