package io.leeway.http;

import io.leeway.links.Deed;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page behind a link in a mail: what will happen and a button, or what happened, or why nothing can. Without scripts. */
final class LinkPage {
    /** As strict as everywhere, but that the form may be sent to where the page came from. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private LinkPage() {}

    static Answer of(Invitation invitation) {
        return switch (invitation.standing()) {
            case OPEN -> open(invitation.offer().orElseThrow());
            case DONE -> done(invitation.offer().orElseThrow());
            case OVER -> over(invitation.offer().orElseThrow());
            case EXPIRED ->
                page(
                        410,
                        "This link has expired",
                        paragraph("Nothing was changed. Links in mails are good for seven days: take one from a newer"
                                + " mail about the same, or say it on the page."));
            case FORGED ->
                page(
                        404,
                        "This is no link of ours",
                        paragraph("Nothing was changed. Was all of it copied? Open it from the mail itself."));
        };
    }

    private static Answer open(Invitation.Offer offer) {
        String form = """
            <form method="post">
            <label>Your name, for the others <input name="name" autocomplete="name" maxlength="80"></label>
            <button type="submit">%s</button>
            </form>
            """.formatted(escaped(offer.deed().title()));
        return page(200, offer.deed().title() + "?", about(offer) + paragraph(will(offer)) + form + nothingYet());
    }

    private static String nothingYet() {
        return "<p class=\"small\">Nothing happens until you press the button.</p>\n";
    }

    private static Answer done(Invitation.Offer offer) {
        String title = offer.deed() == Deed.ACKNOWLEDGE ? "Acknowledged" : "Silenced";
        return page(200, title, about(offer) + "<p class=\"done\">" + escaped(will(offer)) + "</p>\n");
    }

    private static Answer over(Invitation.Offer offer) {
        return page(
                200, "It is over", about(offer) + paragraph("There is nothing to be done, and nothing was changed."));
    }

    /** What the deed does, in a sentence that is true before and behind it. */
    private static String will(Invitation.Offer offer) {
        String until = MOMENT.format(offer.until());
        String rule = "Nobody is told of " + offer.incident().rule() + " about "
                + offer.incident().model();
        String end = " What is still open then is told at once; whoever heard of it hears of its end in any case.";
        return switch (offer.deed()) {
            case ACKNOWLEDGE ->
                "Nobody is reminded and nobody else is called until " + until
                        + ", unless it gets worse. It stays open, and its end is told.";
            case SILENCE_SHORTLY -> rule + " until " + until + "." + end;
            case SILENCE_UNTIL_OVER -> rule + " until it is over, " + until + " at the latest." + end;
        };
    }

    private static String about(Invitation.Offer offer) {
        OnCall.Incident incident = offer.incident();
        List<String> lines = new ArrayList<>(List.of(
                incident.level() + ", " + incident.state() + ", opened on " + MOMENT.format(incident.opened())));
        incident.acknowledged().ifPresent(by -> lines.add("Acknowledged by " + by.author() + until(by)));
        incident.silencedUntil().ifPresent(until -> lines.add("Silenced until " + MOMENT.format(until)));
        return "<p class=\"title\">" + escaped(incident.title()) + "</p>\n"
                + lines.stream()
                        .map(line -> "<p class=\"small\">" + escaped(line) + "</p>\n")
                        .collect(Collectors.joining());
    }

    private static String until(OnCall.Caring by) {
        return by.until().map(until -> " until " + MOMENT.format(until)).orElse("");
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    private static Answer page(int status, String title, String content) {
        String html = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><title>%1$s – Leeway</title>
            <link rel="icon" href="../icon.svg"><link rel="stylesheet" href="../link.css"></head>
            <body><main>
            <h1>%1$s</h1>
            %2$s</main></body></html>
            """.formatted(escaped(title), content);
        return new Answer(
                status, "text/html; charset=utf-8", Buffer.buffer(html), Map.of("Content-Security-Policy", POLICY));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
