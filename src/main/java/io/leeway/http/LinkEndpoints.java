package io.leeway.http;

import io.leeway.ingest.Limit;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Links in mails. To look at one does nothing, since programs on the way of a mail look at all of them; the page says what
 * will happen, and its form does it. No cookie and no token is asked for: the link itself shows who may, so another site's
 * page, which does not have it, can do nothing in anybody's name.
 */
final class LinkEndpoints {
    /** A page of ours, or somebody who typed the address; a browser that says anything else is sent by another site. */
    private static final List<String> OWN = List.of("same-origin", "none");

    private static final String NAME = "name=";

    private final Vertx vertx;
    private final OnCall onCall;
    private final Body.Reading reading;

    LinkEndpoints(Vertx vertx, Ports ports) {
        this.vertx = vertx;
        this.onCall = ports.onCall();
        this.reading = new Body.Reading(
                        ports.bounds(), new InFlight(ports.bounds().most(Limit.BODIES_BYTES)), ports.meter())
                .forSettings();
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint(HttpMethod.GET, "/do/{link}", Door.LINK, this::look),
                new Endpoint(HttpMethod.POST, "/do/{link}", Door.LINK, this::follow));
    }

    private Future<Answer> look(RoutingContext context) {
        String link = context.pathParam("link");
        return vertx.executeBlocking(() -> LinkPage.of(onCall.invitation(link)), false);
    }

    private Future<Answer> follow(RoutingContext context) {
        boolean foreign =
                context.request().headers().getAll("Sec-Fetch-Site").stream().anyMatch(site -> !OWN.contains(site));
        if (foreign) {
            throw new HttpProblem(403, "Open the link in the mail itself, and press the button there.");
        }
        String link = context.pathParam("link");
        Buffer body = Buffer.buffer();
        return new Body(context, reading, (bytes, from, to) -> body.appendBytes(bytes, from, to - from))
                .read()
                .compose(read -> vertx.executeBlocking(() -> onCall.follow(link, name(body)), false))
                .compose(this::said)
                .map(done -> {
                    done.offer().ifPresent(offer -> Subject.is(context, told(offer)));
                    return LinkPage.of(done);
                });
    }

    /** What cannot be any more, because the rules are others now, is told. */
    private Future<Invitation> said(CompletionStage<Invitation> followed) {
        return Future.fromCompletionStage(followed, vertx.getOrCreateContext())
                .recover(failure -> Future.failedFuture(
                        failure instanceof IllegalArgumentException
                                ? new HttpProblem(422, String.valueOf(failure.getMessage()))
                                : failure));
    }

    /** What the form says of who presses the button. */
    private static String name(Buffer body) {
        return Arrays.stream(body.toString().split("&", -1))
                .filter(field -> field.startsWith(NAME))
                .map(field -> decoded(field.substring(NAME.length())))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.badRequest("The form is malformed: open the link again, and press the button there.");
        }
    }

    private static String told(Invitation.Offer offer) {
        return offer.deed().title() + ": incident " + offer.incident().id() + ", by a link mailed to "
                + offer.receiver();
    }
}
