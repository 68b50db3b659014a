package io.leeway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.http.OnCall.Incident;
import io.leeway.http.OnCall.Mail;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Incidents, and the mails about them. */
final class OnCallEndpoints {
    private final Vertx vertx;
    private final OnCall onCall;

    OnCallEndpoints(Vertx vertx, OnCall onCall) {
        this.vertx = vertx;
        this.onCall = onCall;
    }

    List<Endpoint> all() {
        return List.of(
                read("/v1/incidents", this::incidents),
                read("/v1/incidents/{id}", this::incident),
                read("/v1/mails", this::mails),
                read("/v1/mails/{id}", this::mail));
    }

    private Endpoint read(String path, Function<RoutingContext, Answer> answer) {
        return new Endpoint(
                HttpMethod.GET, path, Door.READ, context -> vertx.executeBlocking(() -> answer.apply(context), false));
    }

    private Answer incidents(RoutingContext context) {
        List<Incident> incidents = onCall.incidents();
        return Answer.json(out -> Json.list(out, "incidents", incidents, OnCallEndpoints::write));
    }

    private Answer incident(RoutingContext context) {
        String id = context.pathParam("id");
        Incident found = onCall.incidents().stream()
                .filter(incident -> incident.id().equals(id))
                .findFirst()
                .orElseThrow(() -> HttpProblem.notFound("There is no such incident: /v1/incidents lists all."));
        return Answer.json(out -> write(found, out));
    }

    private Answer mails(RoutingContext context) {
        List<Mail> mails = onCall.mails();
        return Answer.json(out -> Json.list(out, "mails", mails, OnCallEndpoints::write));
    }

    private Answer mail(RoutingContext context) {
        return onCall.mailText(context.pathParam("id"))
                .map(Answer::text)
                .orElseThrow(() -> HttpProblem.notFound("There is no such mail: /v1/mails lists all."));
    }

    static void write(Incident incident, JsonGenerator out) throws IOException {
        out.writeStringField("id", incident.id());
        out.writeStringField("rule", incident.rule());
        out.writeStringField("model", incident.model());
        out.writeStringField("version", incident.version());
        out.writeStringField("level", incident.level());
        out.writeStringField("state", incident.state());
        out.writeStringField("opened", incident.opened().toString());
        Json.time(out, "resolved", incident.resolved());
        out.writeStringField("title", incident.title());
        out.writeStringField("text", incident.text());
        Json.text(out, "acknowledged_by", incident.acknowledged().map(OnCall.Caring::author));
        Json.text(out, "acknowledged_note", incident.acknowledged().map(OnCall.Caring::note));
        Json.time(out, "acknowledged_until", incident.acknowledged().flatMap(OnCall.Caring::until));
        Json.time(out, "silenced_until", incident.silencedUntil());
    }

    private static void write(Mail mail, JsonGenerator out) throws IOException {
        out.writeStringField("id", mail.id());
        out.writeStringField("date", mail.date().toString());
        out.writeStringField("to", mail.to());
        out.writeStringField("subject", mail.subject());
        out.writeStringField("state", mail.state());
    }
}
