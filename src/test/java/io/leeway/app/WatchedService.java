package io.leeway.app;

import io.leeway.app.demo.LogClock;
import io.leeway.yaml.InvalidYamlException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A whole service on a clock that the test moves, and one model of it, seen through HTTP alone. */
final class WatchedService implements AutoCloseable {
    private static final int CHUNK = 5_000;

    private final Warnings warnings = new Warnings();
    private final Service service;
    private final LogClock clock;
    private final ApiClient api;
    private final String path;

    private WatchedService(Service service, LogClock clock, String model) {
        this.service = service;
        this.clock = clock;
        this.api = new ApiClient(service.address());
        this.path = "/v1/models/" + model;
    }

    /** Starts it with everything in a folder of its own. */
    static WatchedService start(Path folder, String model, Instant now) throws IOException, InvalidYamlException {
        LogClock clock = new LogClock(now);
        return new WatchedService(Service.start(Settings.embedded(folder, 0), clock), clock, model);
    }

    void setTime(Instant now) {
        clock.set(now);
    }

    /** Waits until the windows that the clock has passed are closed and judged. */
    void settle() {
        service.settle();
    }

    JsonObject putSettings(String settings) {
        return api.put(path, "application/json", settings);
    }

    JsonObject putBaseline(List<String> csv) {
        return api.put(path + "/baseline", "text/csv", String.join("\n", csv));
    }

    void postPredictions(List<String> rows) {
        post("/predictions", rows);
    }

    void postLabels(List<String> rows) {
        post("/labels", rows);
    }

    JsonObject model() {
        return api.get(path);
    }

    /** One report, whole, of all versions together. */
    WindowAnswer window(Instant start, String size) {
        return new WindowAnswer(api.get(path + "/windows/" + start + "?size=" + size));
    }

    /** All reports of a size of a part of the rows, whole. */
    List<WindowAnswer> ofSegment(String segment, String size) {
        String query = "?size=" + size + "&segment=" + segment;
        return api.get(path + "/windows" + query).getJsonArray("windows").stream()
                .map(JsonObject.class::cast)
                .map(window -> new WindowAnswer(window).start())
                .map(start -> new WindowAnswer(api.get(path + "/windows/" + start + query)))
                .toList();
    }

    /** All reports of a size, oldest first, without their features. */
    List<WindowAnswer> windows(String size, String version) {
        JsonArray windows =
                api.get(path + "/windows?size=" + size + "&version=" + version).getJsonArray("windows");
        return windows.stream()
                .map(JsonObject.class::cast)
                .map(WindowAnswer::new)
                .toList();
    }

    /** All reports of a size, whole. */
    List<WindowAnswer> wholeWindows(String size) {
        return windows(size, "*").stream()
                .map(window -> window(window.start(), size))
                .toList();
    }

    /** Stops it; a warning that was logged meanwhile is a failure. */
    @Override
    public void close() {
        service.stop();
        warnings.close();
    }

    private void post(String what, List<String> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            api.post(path + what, rows.subList(from, Math.min(from + CHUNK, rows.size())));
        }
    }
}
