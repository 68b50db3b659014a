package io.leeway.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.catalog.Durations;
import io.leeway.catalog.FalseAlarms;
import io.leeway.catalog.FeatureSettings;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Problem;
import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.Task;
import io.leeway.catalog.Tolerance;
import io.leeway.catalog.Watching;
import io.leeway.catalog.WindowSize;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A model's settings as JSON. What is written can be read again and says the same. */
public final class SettingsJson {
    private SettingsJson() {}

    /** Reads settings; a key that is absent or null has its default. */
    public static Read read(byte[] json) {
        return new SettingsReader().read(json);
    }

    /** Writes all settings, those at their default included, as members of the object in hand. */
    public static void fields(ModelSettings settings, JsonGenerator out) throws IOException {
        text(out, "task", settings.task().map(Task::text));
        text(out, "positive", settings.positive());
        windows(settings.windows(), out);
        out.writeStringField("lateness", Durations.text(settings.lateness()));
        out.writeStringField("idle_after", Durations.text(settings.idleAfter()));
        out.writeStringField("zone", zone(settings.zone()));
        segments(settings.watching(), out);
        features(settings.features(), out);
        out.writeStringField("label_horizon", Durations.text(settings.labelHorizon()));
        out.writeStringField("keep_windows", Durations.text(settings.keepWindows()));
        out.writeNumberField("alpha", settings.alpha());
        out.writeNumberField("tolerance", settings.tolerance());
        out.writeNumberField("rate_tolerance", settings.rateTolerance());
        tolerances(settings.performanceTolerance(), out);
        out.writeNumberField("min_label_coverage", settings.minLabelCoverage());
        out.writeNumberField("threshold", settings.threshold());
        out.writeStringField("keep", settings.privacy().keep().text());
        out.writeStringField("ids", settings.privacy().ids().text());
        watching(settings.watching(), out);
    }

    private static void segments(Watching watching, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("segments");
        for (String feature : watching.segments()) {
            out.writeString(feature);
        }
        out.writeEndArray();
    }

    private static void watching(Watching watching, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("references");
        for (ReferenceRule reference : watching.references()) {
            out.writeString(reference.text());
        }
        out.writeEndArray();
        out.writeBooleanField("many_inputs", watching.manyInputs());
        text(out, "false_alarms", watching.falseAlarms().map(FalseAlarms::text));
    }

    private static void windows(List<WindowSize> windows, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("windows");
        for (WindowSize size : windows) {
            out.writeString(size.text());
        }
        out.writeEndArray();
    }

    private static void features(Map<String, FeatureSettings> features, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("features");
        for (Map.Entry<String, FeatureSettings> feature : new TreeMap<>(features).entrySet()) {
            out.writeObjectFieldStart(feature.getKey());
            if (feature.getValue().kind().isPresent()) {
                out.writeStringField("kind", feature.getValue().kind().get().text());
            }
            out.writeBooleanField("monitor", feature.getValue().monitor());
            if (feature.getValue().keep().isPresent()) {
                out.writeStringField("keep", feature.getValue().keep().get().text());
            }
            if (feature.getValue().importance().isPresent()) {
                out.writeNumberField(
                        "importance", feature.getValue().importance().getAsDouble());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void tolerances(Map<String, Tolerance> tolerances, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("performance_tolerance");
        for (Map.Entry<String, Tolerance> metric : new TreeMap<>(tolerances).entrySet()) {
            Tolerance tolerance = metric.getValue();
            if (tolerance.relative()) {
                out.writeStringField(metric.getKey(), Percent.text(tolerance.amount()));
            } else {
                out.writeNumberField(metric.getKey(), tolerance.amount());
            }
        }
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, Optional<String> value) throws IOException {
        out.writeFieldName(name);
        if (value.isPresent()) {
            out.writeString(value.get());
        } else {
            out.writeNull();
        }
    }

    private static String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /**
     * What was read.
     *
     * @param settings to be used only when there are no problems
     * @param problems everything that is wrong, at once
     */
    public record Read(ModelSettings settings, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }
}
