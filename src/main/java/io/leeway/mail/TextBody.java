package io.leeway.mail;

import java.util.List;

/** The plain text of a mail. */
final class TextBody {
    private TextBody() {}

    static String of(Story story) {
        StringBuilder text = new StringBuilder();
        line(text, story.sentence());
        text.append('\n');
        story.facts().forEach(fact -> fact(text, "", fact));
        for (Story.Card card : story.cards()) {
            text.append('\n');
            line(text, card.title());
            card.lines().forEach(fact -> fact(text, "  ", fact));
        }
        if (!story.shown().causes().isEmpty()) {
            heading(text, "Likely cause");
            story.shown().causes().forEach(cause -> line(text, cause));
        }
        if (!story.means().isEmpty()) {
            heading(text, "What it means");
            line(text, story.means());
        }
        steps(text, story.steps());
        if (!story.links().isEmpty()) {
            heading(text, "Links");
            story.links().forEach(link -> fact(text, "", link));
        }
        text.append("\n-- \n");
        line(text, story.why());
        return text.toString();
    }

    /** The text with a note behind its first sentence. */
    static String withNote(String text, String note) {
        int end = text.indexOf('\n') + 1;
        return text.substring(0, end) + "\n" + Clean.line(note) + "\n" + text.substring(end);
    }

    private static void steps(StringBuilder text, List<String> steps) {
        if (steps.isEmpty()) {
            return;
        }
        heading(text, "What to do");
        for (int i = 0; i < steps.size(); i++) {
            line(text, (i + 1) + ". " + steps.get(i));
        }
    }

    private static void heading(StringBuilder text, String heading) {
        text.append('\n').append(heading).append('\n');
    }

    private static void fact(StringBuilder text, String indent, Story.Fact fact) {
        text.append(indent);
        String name = fact.name().isEmpty() ? "" : fact.name() + ":";
        text.append(name).append(" ".repeat(Math.max(1, 10 - name.length())));
        line(text, fact.value());
    }

    private static void line(StringBuilder text, String line) {
        text.append(Clean.line(line)).append('\n');
    }
}
