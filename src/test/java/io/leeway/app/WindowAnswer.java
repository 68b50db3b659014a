package io.leeway.app;

import io.leeway.statistics.Figures;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A window's report as a client reads it. */
record WindowAnswer(JsonObject report) {
    Instant start() {
        return Instant.parse(report.getJsonObject("window").getString("start"));
    }

    boolean closed() {
        return report.getString("state").equals("closed");
    }

    long n() {
        return report.getLong("n");
    }

    long labelled() {
        return report.getJsonObject("labels").getLong("n");
    }

    /** Labelled rows of all; NaN without rows. */
    double coverage() {
        return report.getJsonObject("labels").getDouble("coverage", Double.NaN);
    }

    Figures performance() {
        return figures(report.getJsonObject("performance"));
    }

    Figures baselinePerformance() {
        return figures(report.getJsonObject("baseline").getJsonObject("performance"));
    }

    /** Monitored features, the score and the prediction. */
    List<Feature> features() {
        JsonArray features = report.getJsonArray("features");
        return features.stream()
                .map(JsonObject.class::cast)
                .map(feature -> new Feature(start(), feature))
                .toList();
    }

    Feature feature(String name) {
        return features().stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + report));
    }

    private static Figures figures(JsonObject json) {
        Figures figures = new Figures();
        for (Map.Entry<String, Object> member : json) {
            if (member.getValue() instanceof Number number) {
                figures.put(member.getKey(), number.doubleValue());
            }
        }
        return figures;
    }

    /** A feature, the score or the prediction in the window that starts then. */
    record Feature(Instant start, JsonObject json) {
        String name() {
            return json.getString("name");
        }

        String role() {
            return json.getString("role");
        }

        boolean drifted() {
            return json.getString("verdict").equals("drifted");
        }

        String reason() {
            return json.getString("reason");
        }

        Figures figures() {
            return WindowAnswer.figures(json);
        }
    }
}
