package io.leeway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.monitor.Reports.ModelStatus;
import io.leeway.monitor.Reports.Totals;
import io.leeway.wire.SettingsJson;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A model and how far it has come, as JSON. */
final class ModelJson {
    private ModelJson() {}

    static void overview(ModelStatus status, long openIncidents, JsonGenerator out) throws IOException {
        Model model = status.model();
        out.writeStringField("model", model.name());
        Json.text(out, "task", model.task().map(Task::text));
        Json.text(out, "positive", model.positive());
        Json.texts(
                out,
                "windows",
                model.settings().windows().stream().map(size -> size.text()).toList());
        Json.texts(out, "versions", status.versions());
        Json.time(out, "last_seen", status.lastSeen());
        Json.time(out, "watermark", status.watermark());
        out.writeNumberField("open_incidents", openIncidents);
        totals("predictions", status.predictions(), out);
        totals("labels", status.labels(), out);
        out.writeNumberField("behind", status.behind());
    }

    static void whole(ModelStatus status, long openIncidents, JsonGenerator out) throws IOException {
        overview(status, openIncidents, out);
        out.writeObjectFieldStart("features");
        for (Map.Entry<String, FeatureKind> kind : new TreeMap<>(status.model().kinds()).entrySet()) {
            out.writeStringField(kind.getKey(), kind.getValue().text());
        }
        out.writeEndObject();
        out.writeObjectFieldStart("settings");
        SettingsJson.fields(status.model().settings(), out);
        out.writeEndObject();
    }

    private static void totals(String name, Totals totals, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("received", totals.received());
        out.writeNumberField("accepted", totals.accepted());
        out.writeNumberField("rejected", totals.rejected());
        out.writeNumberField("duplicates", totals.duplicates());
        out.writeNumberField("counted", totals.counted());
        out.writeEndObject();
    }
}
