package io.leeway.mail;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables in mails. */
final class HtmlTable {
    private static final String FIRST = "padding:5px 6px 5px 0;text-align:left;word-break:break-word";
    private static final String OTHER = "padding:5px 0 5px 6px;text-align:right";
    private static final String HEAD = ";color:#5b6b7a;font-size:12px;font-weight:400;border-bottom:1px solid #c3ccd5";
    private static final String CELL = ";border-bottom:1px solid #eef1f4";

    private HtmlTable() {}

    /** What was worst with each member. */
    static String of(List<Shown.Row> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        String head = cells("th", HEAD, Stream.of("", rows.get(0).figure(), "limit", "baseline", "rows", "since"));
        return "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"font-size:14px;border-collapse:collapse\">\n"
                + head
                + rows.stream()
                        .map(row -> cells(
                                "td",
                                CELL,
                                Stream.of(
                                        row.member(), row.value(), row.limit(), row.baseline(), row.n(), row.since())))
                        .collect(Collectors.joining())
                + "</table>\n";
    }

    /** Named values. */
    static String facts(List<Story.Fact> facts) {
        return facts.stream()
                .map(HtmlTable::fact)
                .collect(Collectors.joining(
                        "",
                        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"font-size:14px\">\n",
                        "</table>\n"));
    }

    private static String fact(Story.Fact fact) {
        return "<tr><td style=\"padding:2px 14px 2px 0;color:#5b6b7a;vertical-align:top;white-space:nowrap\">"
                + Clean.html(fact.name())
                + "</td><td style=\"padding:2px 0;vertical-align:top;word-break:break-word\">"
                + Clean.html(fact.value())
                + "</td></tr>\n";
    }

    private static String cells(String element, String style, Stream<String> texts) {
        StringBuilder row = new StringBuilder("<tr>");
        texts.forEach(text -> {
            String place = row.length() == "<tr>".length() ? FIRST : OTHER;
            row.append('<')
                    .append(element)
                    .append(" style=\"")
                    .append(place)
                    .append(style)
                    .append("\">");
            row.append(Clean.html(text)).append("</").append(element).append('>');
        });
        return row.append("</tr>\n").toString();
    }
}
