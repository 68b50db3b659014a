package io.leeway.mail;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The HTML of a mail: tables and inline styles only, one column, nothing fetched, so that it is the same on a phone, with
 * images off and in the clients that ignore style sheets.
 */
final class HtmlBody {
    private static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private static final String MUTED = "color:#5b6b7a";

    /** Where a note goes that is added later. */
    private static final String NOTE = "<!-- note -->\n";

    private HtmlBody() {}

    static String of(Story story, String pictureId) {
        String colour = colour(story.tone());
        String body = sentence(story, colour)
                + story.shown().picture().map(it -> picture(it, pictureId)).orElse("")
                + HtmlTable.of(story.shown().rows())
                + section("What it means", paragraph(story.means()))
                + section("Likely cause", paragraphs(story.shown().causes()))
                + section("What to do", steps(story.steps()))
                + links(story.links())
                + section("Details", details(story))
                + why(story.why());
        return page(Clean.html(story.sentence()), colour, body);
    }

    /** The HTML with a note where it can have one. */
    static String withNote(String html, String note) {
        return html.replace(
                NOTE,
                "<p style=\"margin:0 0 16px 0;padding:10px 14px;background:#fff6df;font-size:14px\">" + Clean.html(note)
                        + "</p>\n");
    }

    static String colour(Story.Tone tone) {
        return switch (tone) {
            case GOOD -> "#1a7f4b";
            case BAD -> "#b25e00";
            case VERY_BAD -> "#b3261e";
        };
    }

    private static String page(String title, String colour, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body style="margin:0;padding:0;background:#f2f4f6;%s;color:#1b2733;font-size:16px;line-height:1.5">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="background:#f2f4f6"><tr>
                <td align="center" style="padding:12px 8px">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0"
                 style="max-width:640px;background:#ffffff;border-top:5px solid %s"><tr>
                <td align="left" style="padding:22px 22px 10px 22px">
                %s
                </td></tr></table></td></tr></table></body></html>
                """.formatted(title, FONT, colour, body);
    }

    private static String sentence(Story story, String colour) {
        return "<h1 style=\"margin:0 0 12px 0;font-size:20px;line-height:1.35;font-weight:600;word-break:break-word\">"
                + Clean.html(story.sentence()) + "</h1>\n<p style=\"margin:0 0 18px 0\"><span style=\"background:"
                + colour
                + ";color:#ffffff;font-size:12px;font-weight:700;letter-spacing:.6px;padding:4px 10px;border-radius:3px\">"
                + Clean.html(story.badge()) + "</span></p>\n" + NOTE;
    }

    private static String picture(Picture picture, String id) {
        return "<p style=\"margin:0 0 14px 0\"><img src=\"cid:" + Clean.html(id)
                + "\" width=\"540\" style=\"width:100%;max-width:540px;height:auto;display:block;border:0;"
                + "font-size:14px;line-height:1.4;" + MUTED + "\" alt=\"" + Clean.html(picture.alt()) + "\"></p>\n";
    }

    private static String details(Story story) {
        return HtmlTable.facts(story.facts())
                + story.cards().stream().map(HtmlBody::card).collect(Collectors.joining());
    }

    private static String card(Story.Card card) {
        return "<div style=\"margin:12px 0 0 0;padding:10px 14px;background:#f7f8fa\">"
                + "<div style=\"font-weight:600;margin-bottom:4px;word-break:break-word\">" + Clean.html(card.title())
                + "</div>" + HtmlTable.facts(card.lines()) + "</div>\n";
    }

    private static String section(String heading, String content) {
        return content.isEmpty()
                ? ""
                : "<h2 style=\"margin:22px 0 6px 0;font-size:13px;font-weight:600;letter-spacing:.4px;" + MUTED + "\">"
                        + heading + "</h2>\n" + content;
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream().map(HtmlBody::paragraph).collect(Collectors.joining());
    }

    private static String paragraph(String text) {
        return text.isEmpty()
                ? ""
                : "<p style=\"margin:0 0 6px 0;word-break:break-word\">" + Clean.html(text) + "</p>\n";
    }

    private static String steps(List<String> steps) {
        return steps.isEmpty()
                ? ""
                : steps.stream()
                        .map(step -> "<li style=\"margin:0 0 6px 0\">" + Clean.html(step) + "</li>\n")
                        .collect(Collectors.joining("", "<ol style=\"margin:0;padding-left:22px\">\n", "</ol>\n"));
    }

    /** Buttons; their addresses stand in the text. */
    private static String links(List<Story.Fact> links) {
        return links.isEmpty()
                ? ""
                : links.stream()
                        .map(HtmlBody::link)
                        .collect(Collectors.joining("", "<p style=\"margin:20px 0 0 0\">\n", "</p>\n"));
    }

    private static String link(Story.Fact link) {
        return link.value().matches("https?://\\S+")
                ? "<a href=\"" + Clean.html(link.value())
                        + "\" style=\"display:inline-block;margin:0 8px 8px 0;padding:8px 16px;border:1px solid #c3ccd5;"
                        + "border-radius:4px;color:#1d4f7c;font-size:15px;text-decoration:none\">"
                        + Clean.html(link.name()) + "</a>\n"
                : Clean.html(link.name() + ": " + link.value()) + "\n";
    }

    private static String why(String text) {
        return "<p style=\"margin:24px 0 12px 0;padding-top:12px;border-top:1px solid #e3e8ec;font-size:13px;" + MUTED
                + "\">" + Clean.html(text) + "</p>\n";
    }
}
