package io.leeway.http;

import io.leeway.ingest.Intake;
import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Limit;
import io.leeway.ingest.Receipt;
import io.leeway.ingest.Rejection;
import io.leeway.monitor.Reports.BaselineSummary;
import io.leeway.wire.Decoded;
import io.leeway.wire.Decoder;
import io.leeway.wire.Decoders;
import io.leeway.wire.Media;
import io.leeway.wire.SettingsJson;
import io.leeway.wire.Source;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** What is given: predictions, labels, settings and reference sets. */
final class IntakeEndpoints {
    /** Beyond which limit a row is that could be read and was not taken. */
    private static final Map<Rejection.Reason, Limit> LIMITS = Map.of(
            Rejection.Reason.FUTURE_TIMESTAMP, Limit.AHEAD_HOURS,
            Rejection.Reason.TOO_MANY_FEATURES, Limit.FEATURES,
            Rejection.Reason.TOO_MANY_VERSIONS, Limit.VERSIONS);

    private final Vertx vertx;
    private final Ports ports;
    private final Barrier barrier;
    private final Body.Reading reading;

    IntakeEndpoints(Vertx vertx, Ports ports, Barrier barrier) {
        this.vertx = vertx;
        this.ports = ports;
        this.barrier = barrier;
        InFlight inFlight = new InFlight(ports.bounds().most(Limit.BODIES_BYTES));
        this.reading = new Body.Reading(ports.bounds(), inFlight, ports.meter());
        ports.meter().holding(inFlight::held);
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint(HttpMethod.POST, "/v1/models/{model}/predictions", Door.INGEST, this::predictions),
                new Endpoint(HttpMethod.POST, "/v1/models/{model}/labels", Door.INGEST, this::labels),
                new Endpoint(HttpMethod.PUT, "/v1/models/{model}", Door.OPERATE, this::settings),
                new Endpoint(HttpMethod.DELETE, "/v1/models/{model}", Door.OPERATE, this::erase),
                new Endpoint(HttpMethod.PUT, "/v1/models/{model}/baseline", Door.OPERATE, this::baseline),
                new Endpoint(HttpMethod.DELETE, "/v1/models/{model}/predictions/{id}", Door.OPERATE, this::forget));
    }

    private Future<Answer> predictions(RoutingContext context) {
        Keyed keyed = Keyed.of(context);
        return decoded(context, Decoders::predictions, keyed)
                .compose(decoded -> decoded.rows().size() == 0
                        ? Future.succeededFuture(nothing(decoded))
                        : answered(
                                decoded, ports.intake().predictions(decoded.rows(), decoded.rejected(), keyed.key())))
                .onFailure(this::failed);
    }

    private Future<Answer> labels(RoutingContext context) {
        Keyed keyed = Keyed.of(context);
        return decoded(context, Decoders::labels, keyed)
                .compose(decoded -> decoded.rows().size() == 0
                        ? Future.succeededFuture(nothing(decoded))
                        : answered(decoded, ports.intake().labels(decoded.rows(), decoded.rejected(), keyed.key())))
                .onFailure(this::failed);
    }

    private Future<Answer> settings(RoutingContext context) {
        String model = Requests.model(context);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        return new Body(context, reading.forSettings(), (bytes, from, to) -> json.write(bytes, from, to - from))
                .read()
                .compose(read -> {
                    SettingsJson.Read settings = SettingsJson.read(json.toByteArray());
                    if (!settings.problems().isEmpty()) {
                        return Future.failedFuture(Receipts.problem(settings.problems()));
                    }
                    return future(ports.intake().settings(model, settings.settings()));
                })
                .map(changed -> Answer.json(Receipts.settings(changed.model().settings()))
                        .at(changed.position()))
                .onFailure(this::failed);
    }

    private Future<Answer> baseline(RoutingContext context) {
        String model = Requests.model(context);
        Optional<String> version = Requests.version(context, ports.bounds().rows());
        return decoded(context, Decoders::baseline, Keyed.of(context))
                .compose(decoded -> {
                    if (decoded.rows().size() == 0) {
                        Receipt receipt = decoded.receipt(new Intake.Taken(0, List.of()));
                        return Future.failedFuture(HttpProblem.badRequest("No row of the reference set can be used.")
                                .with(Receipts.fields(receipt)));
                    }
                    return future(ports.intake().baseline(version, decoded.timed(), decoded.rows()))
                            .compose(taken -> summary(model, version, taken.position())
                                    .map(summary -> Answer.json(Receipts.baseline(decoded.receipt(taken), summary))
                                            .at(taken.position())));
                })
                .onFailure(this::failed);
    }

    /** What the new baseline says, if it has been read in time; it is durable either way. */
    private Future<Optional<BaselineSummary>> summary(String model, Optional<String> version, long position) {
        return barrier.reached(position)
                .compose(done -> vertx.executeBlocking(() -> ports.reports().baseline(model, version), false))
                .recover(late -> late instanceof HttpProblem
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(late));
    }

    private Future<Answer> forget(RoutingContext context) {
        String model = Requests.model(context);
        String id = Requests.id(context, ports.bounds().rows());
        return future(ports.intake().forget(model, id))
                .map(taken -> Answer.json(out -> {
                            out.writeStringField("model", model);
                            out.writeStringField("id", id);
                        })
                        .at(taken.position()));
    }

    private Future<Answer> erase(RoutingContext context) {
        String model = Requests.model(context);
        return future(ports.intake().erase(model))
                .map(taken ->
                        Answer.json(out -> out.writeStringField("model", model)).at(taken.position()));
    }

    private <T> Future<Decoded<T>> decoded(
            RoutingContext context, BiFunction<Media, Source, Decoder<T>> decoders, Keyed keyed) {
        Source source = new Source(
                Requests.model(context), ports.clock().instant(), ports.bounds().rows());
        Decoder<T> decoder = decoders.apply(media(context), source);
        return new Body(context, reading, keyed.through(decoder::feed)).read().map(read -> readable(decoder.finish()));
    }

    private <T> Future<Answer> answered(Decoded<T> decoded, CompletionStage<Intake.Taken> stage) {
        return future(stage).map(taken -> answer(decoded, taken));
    }

    private Answer answer(Decoded<?> decoded, Intake.Taken taken) {
        Receipt receipt = decoded.receipt(taken);
        ports.meter().received(receipt.received());
        ports.meter().accepted(receipt.accepted());
        decoded.reasons().forEach(ports.meter()::rejected);
        decoded.beyond().forEach(ports.meter()::beyond);
        ports.meter().ignored(decoded.unknownFields());
        taken.rejections().forEach(this::rejected);
        return Answer.json(Receipts.fields(receipt)).at(taken.position());
    }

    private void rejected(Rejection late) {
        ports.meter().rejected(late.reason(), 1);
        Optional.ofNullable(LIMITS.get(late.reason()))
                .ifPresent(limit -> ports.meter().beyond(limit, 1));
    }

    /** Counts a request that was put off, or was beyond a limit. */
    private void failed(Throwable failure) {
        if (failure instanceof IntakeException refused) {
            refused.limit().ifPresent(limit -> ports.meter().beyond(limit, 1));
        }
        boolean busy = failure instanceof IntakeException refused
                ? refused.kind() == IntakeException.Kind.BUSY
                : failure instanceof HttpProblem problem && problem.status() == HttpProblem.BUSY;
        if (busy) {
            ports.meter().busy();
        }
    }

    private <T> Future<T> future(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, vertx.getOrCreateContext());
    }

    /** Every row is answered already, and there is nothing to wait for. */
    private Answer nothing(Decoded<?> decoded) {
        return answer(decoded, new Intake.Taken(0, List.of()));
    }

    private static <T> Decoded<T> readable(Decoded<T> decoded) {
        if (decoded.unreadable().isPresent()) {
            Receipt receipt = decoded.receipt(new Intake.Taken(0, List.of()));
            throw HttpProblem.badRequest(decoded.unreadable().get()).with(Receipts.fields(receipt));
        }
        return decoded;
    }

    private static Media media(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        return Media.of(type == null ? "" : type)
                .orElseThrow(() -> new HttpProblem(
                        415, "Content-Type must be application/json, application/x-ndjson or text/csv."));
    }
}
