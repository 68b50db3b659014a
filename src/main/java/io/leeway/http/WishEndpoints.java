package io.leeway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.http.OnCall.Caring;
import io.leeway.http.OnCall.Silence;
import io.leeway.http.OnCall.Silencing;
import io.leeway.ingest.Limit;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What somebody on call can say: silences and acknowledgements. */
final class WishEndpoints {
    private static final Set<String> SILENCE = Set.of("matchers", "start", "end", "until", "author", "reason");
    private static final Set<String> CARING = Set.of("author", "note", "until");
    private static final String UNTIL = "until is \"resolved\", or leave it out and give end.";

    private final Vertx vertx;
    private final OnCall onCall;
    private final Body.Reading reading;

    WishEndpoints(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.onCall = ports.onCall();
        this.reading = new Body.Reading(
                        ports.bounds(), new InFlight(ports.bounds().most(Limit.BODIES_BYTES)), ports.meter())
                .forSettings();
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint(HttpMethod.GET, "/v1/silences", Door.READ, this::silences),
                new Endpoint(HttpMethod.POST, "/v1/silences", Door.OPERATE, this::silence),
                new Endpoint(HttpMethod.DELETE, "/v1/silences/{id}", Door.OPERATE, this::end),
                new Endpoint(HttpMethod.POST, "/v1/incidents/{id}/ack", Door.OPERATE, this::acknowledge));
    }

    private Future<Answer> silences(RoutingContext context) {
        return vertx.executeBlocking(
                () -> {
                    List<Silence> all = onCall.silences();
                    return Answer.json(out -> Json.list(out, "silences", all, WishEndpoints::write));
                },
                false);
    }

    private Future<Answer> silence(RoutingContext context) {
        return form(context, SILENCE)
                .compose(form -> said(() -> onCall.silence(silencing(form))))
                .map(silence -> Answer.json(201, out -> write(silence, out)));
    }

    private Future<Answer> end(RoutingContext context) {
        return said(() -> onCall.endSilence(context.pathParam("id"))).map(ended -> {
            Silence silence = ended.orElseThrow(
                    () -> HttpProblem.notFound("There is no such silence that is not over: /v1/silences lists all."));
            return Answer.json(out -> write(silence, out));
        });
    }

    private Future<Answer> acknowledge(RoutingContext context) {
        String id = context.pathParam("id");
        return form(context, CARING)
                .compose(form -> said(() ->
                        onCall.acknowledge(id, new Caring(form.text("author"), form.text("note"), form.time("until")))))
                .map(open -> {
                    OnCall.Incident incident = open.orElseThrow(() ->
                            HttpProblem.notFound("There is no such incident that is open: /v1/incidents lists all."));
                    return Answer.json(out -> OnCallEndpoints.write(incident, out));
                });
    }

    private Future<Form> form(RoutingContext context, Set<String> members) {
        Buffer body = Buffer.buffer();
        return new Body(context, reading, (bytes, from, to) -> body.appendBytes(bytes, from, to - from))
                .read()
                .map(read -> Form.read(body, members));
    }

    private static Silencing silencing(Form form) {
        String until = form.text("until");
        if (!until.isEmpty() && !until.equals("resolved")) {
            throw HttpProblem.badRequest(UNTIL);
        }
        return new Silencing(
                form.texts("matchers"),
                form.time("start"),
                form.time("end"),
                !until.isEmpty(),
                form.text("author"),
                form.text("reason"));
    }

    /** What cannot be is the caller's affair. */
    private <T> Future<T> said(Saying<T> what) {
        return Future.succeededFuture()
                .compose(unused -> Future.fromCompletionStage(what.say(), vertx.getOrCreateContext()))
                .recover(failure -> Future.failedFuture(
                        failure instanceof IllegalArgumentException
                                ? new HttpProblem(422, String.valueOf(failure.getMessage()))
                                : failure));
    }

    private static void write(Silence silence, JsonGenerator out) throws IOException {
        out.writeStringField("id", silence.id());
        out.writeStringField("state", silence.state());
        out.writeObjectFieldStart("matchers");
        for (Map.Entry<String, List<String>> matcher :
                silence.wanted().matchers().entrySet()) {
            Json.texts(out, matcher.getKey(), matcher.getValue());
        }
        out.writeEndObject();
        out.writeStringField("start", silence.start().toString());
        out.writeStringField("end", silence.end().toString());
        out.writeBooleanField("until_resolved", silence.wanted().untilResolved());
        out.writeStringField("author", silence.wanted().author());
        out.writeStringField("reason", silence.wanted().reason());
    }

    /** Says something to whoever decides. */
    @FunctionalInterface
    private interface Saying<T> {
        CompletionStage<T> say();
    }
}
