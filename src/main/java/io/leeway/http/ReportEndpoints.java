package io.leeway.http;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.Reports;
import io.leeway.monitor.Reports.Histograms;
import io.leeway.monitor.Reports.ModelStatus;
import io.leeway.monitor.WindowKey;
import io.leeway.monitor.WindowReport;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What can be asked of models and their windows. */
final class ReportEndpoints {
    private final Vertx vertx;
    private final Reports reports;
    private final OnCall onCall;

    ReportEndpoints(Vertx vertx, Reports reports, OnCall onCall) {
        this.vertx = vertx;
        this.reports = reports;
        this.onCall = onCall;
    }

    List<Endpoint> all() {
        return List.of(
                read("/v1/models", this::models),
                read("/v1/models/{model}", this::model),
                read("/v1/models/{model}/windows", this::windows),
                read("/v1/models/{model}/windows/{start}", this::window),
                read("/v1/models/{model}/features/{feature}", this::feature));
    }

    /** Reports come from disk, so they are read on a worker. */
    private Endpoint read(String path, Function<RoutingContext, Answer> answer) {
        return new Endpoint(
                HttpMethod.GET, path, Door.READ, context -> vertx.executeBlocking(() -> answer.apply(context), false));
    }

    private Answer models(RoutingContext context) {
        List<ModelStatus> models = reports.models();
        return Answer.json(out -> Json.list(
                out, "models", models, (status, json) -> ModelJson.overview(status, openIncidents(status), json)));
    }

    private Answer model(RoutingContext context) {
        ModelStatus status = status(context);
        return Answer.json(out -> ModelJson.whole(status, openIncidents(status), out));
    }

    private Answer windows(RoutingContext context) {
        ModelSettings settings = settings(context);
        List<WindowReport> windows = reports.windows(
                Requests.model(context),
                Requests.size(context, settings),
                version(context),
                segment(context),
                Requests.time(context, "from", settings).orElse(Requests.BEGINNING),
                Requests.time(context, "to", settings).orElse(Requests.END));
        return Answer.json(out -> Json.list(out, "windows", windows, WindowJson::overview));
    }

    private Answer window(RoutingContext context) {
        ModelSettings settings = settings(context);
        Instant start = Requests.time(context.pathParam("start"), "The window's start", settings);
        WindowKey key = key(context, settings, start);
        WindowReport report = reports.window(key).orElseThrow(() -> noSuchWindow(key));
        return Answer.json(out -> WindowJson.whole(report, out));
    }

    private Answer feature(RoutingContext context) {
        ModelSettings settings = settings(context);
        String feature = context.pathParam("feature");
        Instant start = Requests.time(context, "start", settings)
                .orElseThrow(() -> HttpProblem.badRequest("start is missing: give the start of a window."));
        WindowKey key = key(context, settings, start);
        Histograms histograms = reports.histograms(key, feature)
                .orElseThrow(() -> HttpProblem.notFound(
                        "There is no such feature in a window that starts there, or no baseline to compare it with."));
        return Answer.json(out -> {
            out.writeStringField("model", key.model());
            out.writeStringField("feature", feature);
            out.writeStringField("size", key.size().text());
            out.writeStringField("start", key.start().toString());
            HistogramJson.write(histograms, out);
        });
    }

    private WindowKey key(RoutingContext context, ModelSettings settings, Instant start) {
        WindowSize size = Requests.size(context, settings);
        Instant aligned = size.startOf(start, settings.zone());
        if (!aligned.equals(start)) {
            throw HttpProblem.notFound("No window of " + size.text()
                    + " starts then: the one that holds this time starts at " + aligned + ".");
        }
        return new WindowKey(Requests.model(context), version(context), segment(context), size, start);
    }

    private ModelSettings settings(RoutingContext context) {
        return status(context).model().settings();
    }

    private ModelStatus status(RoutingContext context) {
        return reports.model(Requests.model(context))
                .orElseThrow(() -> HttpProblem.notFound(
                        "The model is not known: post a prediction or put its settings, and it will be."));
    }

    private long openIncidents(ModelStatus status) {
        return onCall.incidents().stream()
                .filter(incident -> incident.open()
                        && incident.model().equals(status.model().name()))
                .count();
    }

    private static String version(RoutingContext context) {
        return Requests.query(context, "version").orElse(WindowKey.ALL_VERSIONS);
    }

    private static String segment(RoutingContext context) {
        return Requests.query(context, "segment").orElse(WindowKey.WHOLE);
    }

    private static HttpProblem noSuchWindow(WindowKey key) {
        return HttpProblem.notFound("Nothing is known of the window of "
                + key.size().text() + " from " + key.start() + " in this version and segment.");
    }
}
