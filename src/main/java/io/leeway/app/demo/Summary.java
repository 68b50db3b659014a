package io.leeway.app.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of the log, asked over HTTP: week by week, then the incidents. */
final class Summary {
    private static final String WEEK = "?size=7d";

    private final Client client;
    private final PrintWriter out;

    Summary(Client client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    void weeks() throws IOException {
        out.printf("%-12s %8s %9s %7s %9s  %s%n", "week of", "flights", "accuracy", "AUC", "labelled", "drifted");
        for (JsonObject week : objects(client.getWhenReported(Replay.PATH + "/windows" + WEEK), "windows")) {
            String start = week.getJsonObject("window").getString("start");
            week(client.get(Replay.PATH + "/windows/" + start + WEEK));
        }
        out.println();
    }

    void incidents() throws IOException {
        List<JsonObject> incidents = new ArrayList<>(objects(client.get("/v1/incidents"), "incidents"));
        out.printf("%d incidents:%n", incidents.size());
        for (int i = incidents.size() - 1; i >= 0; i--) {
            incident(incidents.get(i));
        }
        out.println();
    }

    private void week(JsonObject report) {
        JsonObject performance = report.getJsonObject("performance", new JsonObject());
        out.printf(
                "%-12s %,8d %9s %7s %8.1f%%  %s%n",
                report.getJsonObject("window").getString("start").substring(0, 10),
                report.getLong("n"),
                figure(performance, "accuracy"),
                figure(performance, "roc_auc"),
                100 * report.getJsonObject("labels").getDouble("coverage", 0.0),
                drifted(report));
    }

    private static String drifted(JsonObject report) {
        String names = objects(report, "features").stream()
                .filter(feature -> feature.getString("verdict").equals("drifted"))
                .map(feature -> feature.getString("reason"))
                .collect(Collectors.joining(" | "));
        return report.getString("state").equals("open") ? "(still open)" : names;
    }

    private void incident(JsonObject incident) {
        out.printf(
                "  %s  %-8s  %s%n      %s to %s%n",
                incident.getString("id"),
                incident.getString("level"),
                incident.getString("title"),
                incident.getString("opened"),
                incident.getString("resolved") == null ? "now" : incident.getString("resolved"));
    }

    private static String figure(JsonObject figures, String name) {
        Double value = figures.getDouble(name);
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static List<JsonObject> objects(JsonObject answer, String name) {
        JsonArray array = answer.getJsonArray(name, new JsonArray());
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
