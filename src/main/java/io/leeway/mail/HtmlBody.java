package io.leeway.mail;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The HTML of a mail: tables and inline styles only, one column, no pictures, nothing fetched, so that it is the same on
 * a phone, with images off and in the clients that ignore style sheets.
 */
final class HtmlBody {
    private static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    /** Where a note goes that is added later. */
    private static final String NOTE = "<!-- note -->\n";

    private HtmlBody() {}

    static String of(Story story) {
        String colour = colour(story.tone());
        String body = sentence(story, colour)
                + table(story.facts())
                + story.cards().stream().map(card -> card(card, colour)).collect(Collectors.joining())
                + section("What it means", paragraph(story.means()))
                + section("What to do", steps(story.steps()))
                + section("Links", links(story.links()))
                + why(story.why());
        return page(Clean.html(story.sentence()), colour, body);
    }

    private static String page(String title, String colour, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body style="margin:0;padding:0;background:#eef1f4;%s;color:#1b2733;font-size:16px;line-height:1.45">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="background:#eef1f4"><tr>
                <td align="center" style="padding:12px">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0"
                 style="max-width:640px;background:#ffffff;border-top:6px solid %s"><tr>
                <td style="padding:18px 20px 8px 20px">
                %s
                </td></tr></table></td></tr></table></body></html>
                """.formatted(title, FONT, colour, body);
    }

    private static String colour(Story.Tone tone) {
        return switch (tone) {
            case GOOD -> "#1a7f4b";
            case BAD -> "#b25e00";
            case VERY_BAD -> "#b3261e";
        };
    }

    /** The HTML with a note where it can have one. */
    static String withNote(String html, String note) {
        return html.replace(
                NOTE,
                "<p style=\"margin:0 0 14px 0;padding:8px 12px;background:#fff7e0;font-size:14px\">" + Clean.html(note)
                        + "</p>\n");
    }

    private static String sentence(Story story, String colour) {
        return "<h1 style=\"margin:0 0 10px 0;font-size:20px;line-height:1.3;font-weight:600\">"
                + Clean.html(story.sentence()) + "</h1>\n<p style=\"margin:0 0 14px 0\"><span style=\"background:"
                + colour
                + ";color:#ffffff;font-size:13px;font-weight:700;letter-spacing:.5px;padding:3px 8px\">"
                + Clean.html(story.badge()) + "</span></p>\n" + NOTE;
    }

    private static String card(Story.Card card, String colour) {
        return "<div style=\"margin:14px 0;padding:10px 14px;background:#f6f8fa;border-left:4px solid " + colour
                + "\"><div style=\"font-weight:700;font-size:17px;margin-bottom:4px;word-break:break-word\">"
                + Clean.html(card.title()) + "</div>" + table(card.lines()) + "</div>\n";
    }

    private static String table(List<Story.Fact> facts) {
        return facts.stream()
                .map(HtmlBody::row)
                .collect(Collectors.joining(
                        "", "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\">\n", "</table>\n"));
    }

    private static String row(Story.Fact fact) {
        return "<tr><td style=\"padding:2px 14px 2px 0;color:#5b6b7a;font-size:14px;vertical-align:baseline;white-space:nowrap\">"
                + Clean.html(fact.name())
                + "</td><td style=\"padding:2px 0;vertical-align:baseline;word-break:break-word\">"
                + Clean.html(fact.value())
                + "</td></tr>\n";
    }

    private static String section(String heading, String content) {
        return content.isEmpty()
                ? ""
                : "<h2 style=\"margin:18px 0 6px 0;font-size:16px\">" + heading + "</h2>\n" + content;
    }

    private static String paragraph(String text) {
        return text.isEmpty() ? "" : "<p style=\"margin:0\">" + Clean.html(text) + "</p>\n";
    }

    private static String steps(List<String> steps) {
        return steps.isEmpty()
                ? ""
                : steps.stream()
                        .map(step -> "<li style=\"margin:0 0 6px 0\">" + Clean.html(step) + "</li>\n")
                        .collect(Collectors.joining("", "<ol style=\"margin:0;padding-left:22px\">\n", "</ol>\n"));
    }

    private static String links(List<Story.Fact> links) {
        return links.stream()
                .map(link -> "<p style=\"margin:0 0 6px 0\">" + Clean.html(link.name()) + ": " + link(link.value())
                        + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String link(String address) {
        String safe = Clean.html(address);
        return address.matches("https?://\\S+")
                ? "<a href=\"" + safe + "\" style=\"color:#0b57d0\">" + safe + "</a>"
                : safe;
    }

    private static String why(String text) {
        return "<p style=\"margin:20px 0 12px 0;padding-top:10px;border-top:1px solid #d8dee4;color:#5b6b7a;"
                + "font-size:13px\">" + Clean.html(text) + "</p>\n";
    }
}
