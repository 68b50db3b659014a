package io.leeway.mail;

import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.notify.News;
import io.leeway.notify.Roundup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a mail about several incidents says: a card for each. */
final class RoundupStory {
    private static final int MOST_CARDS = 100;

    private RoundupStory() {}

    static Story of(Roundup roundup) {
        List<News> news = roundup.news();
        long open = news.stream().filter(each -> each.incident().open()).count();
        List<Story.Card> cards = new ArrayList<>(
                news.stream().limit(MOST_CARDS).map(RoundupStory::card).toList());
        if (news.size() > MOST_CARDS) {
            cards.add(
                    new Story.Card("and " + (news.size() - MOST_CARDS) + " more, all of them on the page", List.of()));
        }
        return new Story(
                badge(news),
                news.size() + " incidents, " + open + " of them open; the worst: "
                        + news.get(0).incident().title(),
                List.of(new Story.Fact("Since", Words.moment(since(news)))),
                cards,
                "",
                List.of(),
                roundup.receivers().page().stream()
                        .map(page -> new Story.Fact("Page", page + "/"))
                        .toList(),
                "You are told as " + roundup.receiver().name()
                        + ". These came together or more often than you want single mails; nothing is left out.");
    }

    static String subject(Roundup roundup) {
        Story story = of(roundup);
        return "[" + story.badge() + "] " + Clean.subject(story.sentence());
    }

    private static String badge(List<News> news) {
        return news.stream()
                .map(News::incident)
                .filter(Incident::open)
                .map(Incident::level)
                .max(Comparator.<Level>naturalOrder())
                .map(level -> level.text().toUpperCase(Locale.ROOT))
                .orElse("RESOLVED");
    }

    private static Instant since(List<News> news) {
        return news.stream()
                .map(each -> each.incident().span().since())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Story.Card card(News news) {
        Incident incident = news.incident();
        List<Story.Fact> lines = new ArrayList<>();
        lines.add(new Story.Fact(
                "State", incident.state().text() + ", " + incident.level().text()));
        incident.span().members().get(0).episode().worst().evidence().stream()
                .findFirst()
                .ifPresent(evidence -> lines.add(new Story.Fact("Worst", Words.evidence(evidence))));
        lines.add(new Story.Fact("Since", Words.moment(incident.span().since())));
        incident.span().cleared().ifPresent(end -> lines.add(new Story.Fact("Until", Words.moment(end))));
        lines.add(new Story.Fact("Why now", news.why()));
        lines.add(new Story.Fact("Incident", incident.id()));
        return new Story.Card(incident.title(), lines);
    }
}
