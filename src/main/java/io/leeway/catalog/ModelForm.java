package io.leeway.catalog;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A model and its settings as bytes. */
public final class ModelForm {
    private static final int VERSION = 6;

    /** The first version that says what may be kept. */
    private static final int KEEPS = 2;

    /** The first version that says what windows are compared with. */
    private static final int WATCHES = 3;

    /** The first version that names segments. */
    private static final int SEGMENTS = 4;

    /** The first version that watches features together. */
    private static final int MANY_INPUTS = 5;

    /** The first version that knows how much a model makes of its features. */
    private static final int IMPORTANCES = 6;

    private ModelForm() {}

    public static void write(Model model, ByteWriter out) {
        out.octet(VERSION).text(model.name());
        writeSettings(model.settings(), out);
        out.optional(model.task().map(Task::name));
        out.optional(model.positive());
        out.count(model.kinds().size());
        model.kinds().forEach((name, kind) -> out.text(name).text(kind.name()));
    }

    /** Reads what {@link #write} wrote. */
    public static Model read(ByteReader in) {
        int version = in.version("a model", VERSION);
        String name = in.text();
        ModelSettings settings = readSettings(in, version);
        Optional<Task> task = in.optional().map(Task::valueOf);
        Optional<String> positive = in.optional();
        int count = in.length();
        Map<String, FeatureKind> kinds = new HashMap<>();
        for (int i = 0; i < count; i++) {
            kinds.put(in.text(), FeatureKind.valueOf(in.text()));
        }
        return new Model(name, settings, task, positive, kinds);
    }

    private static void writeSettings(ModelSettings settings, ByteWriter out) {
        out.optional(settings.task().map(Task::name));
        out.optional(settings.positive());
        out.count(settings.windows().size());
        settings.windows().forEach(size -> out.text(size.text()));
        out.count(settings.lateness().toMillis()).count(settings.idleAfter().toMillis());
        out.text(settings.zone().getId());
        out.count(settings.features().size());
        settings.features().forEach((name, feature) -> {
            out.text(name).flag(feature.monitor());
            out.optional(feature.kind().map(FeatureKind::name));
            out.optional(feature.keep().map(Keep::name));
            out.flag(feature.importance().isPresent());
            feature.importance().ifPresent(out::number);
        });
        out.count(settings.labelHorizon().toMillis())
                .count(settings.keepWindows().toMillis())
                .number(settings.alpha())
                .number(settings.tolerance())
                .number(settings.rateTolerance());
        out.count(settings.performanceTolerance().size());
        settings.performanceTolerance()
                .forEach((metric, tolerance) ->
                        out.text(metric).number(tolerance.amount()).flag(tolerance.relative()));
        out.number(settings.minLabelCoverage()).number(settings.threshold());
        out.text(settings.privacy().keep().name()).text(settings.privacy().ids().name());
        out.count(settings.watching().references().size());
        settings.watching().references().forEach(reference -> out.text(reference.text()));
        out.optional(settings.watching().falseAlarms().map(FalseAlarms::text));
        out.count(settings.watching().segments().size());
        settings.watching().segments().forEach(out::text);
        out.flag(settings.watching().manyInputs());
    }

    private static ModelSettings readSettings(ByteReader in, int version) {
        return new ModelSettings(
                in.optional().map(Task::valueOf),
                in.optional(),
                windows(in),
                Duration.ofMillis(in.count()),
                Duration.ofMillis(in.count()),
                ZoneId.of(in.text()),
                features(in, version),
                Duration.ofMillis(in.count()),
                Duration.ofMillis(in.count()),
                in.number(),
                in.number(),
                in.number(),
                tolerances(in),
                in.number(),
                in.number(),
                version < KEEPS
                        ? Privacy.withDefaults()
                        : new Privacy(Keep.valueOf(in.text()), Keep.valueOf(in.text())),
                version < WATCHES ? Watching.withDefaults() : watching(in, version));
    }

    private static Watching watching(ByteReader in, int version) {
        List<ReferenceRule> references = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            references.add(ReferenceTexts.parse(in.text()).orElseThrow());
        }
        return new Watching(
                references,
                in.optional().flatMap(FalseAlarms::parse),
                version < SEGMENTS ? List.of() : segments(in),
                version >= MANY_INPUTS && in.flag());
    }

    private static List<String> segments(ByteReader in) {
        List<String> segments = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            segments.add(in.text());
        }
        return segments;
    }

    private static List<WindowSize> windows(ByteReader in) {
        int count = in.length();
        List<WindowSize> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            windows.add(WindowSize.of(in.text()).orElseThrow());
        }
        return windows;
    }

    private static Map<String, FeatureSettings> features(ByteReader in, int version) {
        int count = in.length();
        Map<String, FeatureSettings> features = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.text();
            boolean monitor = in.flag();
            Optional<FeatureKind> kind = in.optional().map(FeatureKind::valueOf);
            Optional<Keep> keep =
                    version < KEEPS ? Optional.empty() : in.optional().map(Keep::valueOf);
            OptionalDouble importance =
                    version >= IMPORTANCES && in.flag() ? OptionalDouble.of(in.number()) : OptionalDouble.empty();
            features.put(name, new FeatureSettings(kind, monitor, keep, importance));
        }
        return features;
    }

    private static Map<String, Tolerance> tolerances(ByteReader in) {
        int count = in.length();
        Map<String, Tolerance> tolerances = new HashMap<>();
        for (int i = 0; i < count; i++) {
            tolerances.put(in.text(), new Tolerance(in.number(), in.flag()));
        }
        return tolerances;
    }
}
