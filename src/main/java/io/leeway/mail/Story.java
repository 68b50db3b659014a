package io.leeway.mail;

import io.leeway.alert.Confirmation;
import io.leeway.alert.Finding;
import io.leeway.alert.Incident;
import io.leeway.alert.Member;
import io.leeway.alert.Rule;
import io.leeway.notify.Exhibit;
import io.leeway.notify.Letter;
import io.leeway.notify.Offers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail says, in the order in which it says it, without a form. Both bodies tell all of it.
 *
 * @param badge the word in front of the subject: the level, or how it ended
 * @param sentence what the lock screen shows
 * @param facts what, where, since when
 * @param cards one for each member, worst first
 * @param why why the reader got it and when the next mail comes
 * @param shown what is shown beside the words
 */
record Story(
        String badge,
        String sentence,
        List<Fact> facts,
        List<Card> cards,
        String means,
        List<String> steps,
        List<Fact> links,
        String why,
        Shown shown) {
    /** What to do about an incident that is over. */
    private static final List<String> AFTERWARDS = List.of(
            "Nothing is needed now.",
            "Was it repaired, or did it pass by itself? What passes by itself may come back: note what was found.",
            "What the model answered meanwhile stays as it was: decide whether those who used it must be told.");

    private static final int MOST_CARDS = 20;
    private static final int MOST_NAMES = 5;

    /** One of words alone. */
    Story(
            String badge,
            String sentence,
            List<Fact> facts,
            List<Card> cards,
            String means,
            List<String> steps,
            List<Fact> links,
            String why) {
        this(badge, sentence, facts, cards, means, steps, links, why, Shown.NOTHING);
    }

    static Story of(Letter letter, Optional<Exhibit> exhibit, List<Offers.Offer> offers) {
        boolean over = !letter.incident().open();
        return new Story(
                badge(letter),
                sentence(letter),
                facts(letter),
                cards(letter),
                over ? "" : letter.wording().map(Rule.Wording::means).orElse(""),
                over ? AFTERWARDS : letter.wording().map(Rule.Wording::steps).orElse(List.of()),
                links(letter, offers),
                why(letter),
                Shown.of(letter, exhibit, tone(badge(letter))));
    }

    static String badge(Letter letter) {
        return switch (letter.kind()) {
            case RESOLVED -> "RESOLVED";
            case WITHDRAWN -> "WITHDRAWN";
            case FOUND_LATE -> "FOUND LATE";
            case FLAPPING -> "FLAPPING";
            case CONFIRMED -> "CONFIRMED";
            case REFUTED -> "REFUTED";
            case OPENED, WORSENED, SPREAD, REOPENED, REPEATED, ESCALATED, SILENCE_ENDED, SETTLED ->
                letter.incident().level().text().toUpperCase(Locale.ROOT);
        };
    }

    private static String sentence(Letter letter) {
        Incident incident = letter.incident();
        String title = incident.title();
        return switch (letter.kind()) {
            case OPENED -> title + ": " + worst(incident);
            case REPEATED, SILENCE_ENDED -> "Still: " + title + ": " + worst(incident);
            case ESCALATED -> "Nobody has acknowledged: " + title + ": " + worst(incident);
            case WORSENED -> "Worse: " + title + ": " + worst(incident);
            case SPREAD ->
                "Spread to " + incident.span().firing().size() + " members: " + title + ": " + worst(incident);
            case REOPENED -> "Not over: " + title + ": " + worst(incident);
            case CONFIRMED, REFUTED -> labels(incident) + ": " + title + ".";
            case FLAPPING -> "Comes and goes: " + title + ": " + worst(incident);
            case SETTLED -> "Settled, and still: " + title + ": " + worst(incident);
            case FOUND_LATE -> "Found late and already over: " + title + ": " + worst(incident);
            case WITHDRAWN -> "Withdrawn: " + title + ". " + letter.reason().sentence();
            case RESOLVED -> "Over after " + lasted(incident) + ": " + title + ". " + now(incident);
        };
    }

    /** "Confirmed by 4812 labels". */
    private static String labels(Incident incident) {
        String said = incident.confirmation().map(Confirmation::sentence).orElse("");
        return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    private static String worst(Incident incident) {
        Finding finding = incident.span().members().get(0).episode().worst();
        String found =
                finding.evidence().stream().findFirst().map(Words::evidence).orElse(finding.reason());
        return found + " (" + Words.window(finding.start(), finding.end()) + ", " + finding.n() + " rows)";
    }

    private static String now(Incident incident) {
        return incident.span().members().get(0).episode().latest().evidence().stream()
                .findFirst()
                .map(evidence -> "Now " + Words.evidence(evidence) + ".")
                .orElse("");
    }

    private static String lasted(Incident incident) {
        Instant end = incident.span().cleared().orElse(incident.span().opened());
        return Words.duration(incident.span().since(), end);
    }

    private static List<Fact> facts(Letter letter) {
        Incident incident = letter.incident();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Model", incident.model()));
        facts.add(new Fact("Version", incident.version().equals("*") ? "all versions together" : incident.version()));
        facts.add(new Fact("Level", incident.level().text()));
        facts.add(new Fact("Since", Words.moment(incident.span().since())));
        incident.span().cleared().ifPresent(end -> facts.add(new Fact("Until", Words.moment(end))));
        affected(incident).ifPresent(facts::add);
        incident.confirmation().ifPresent(said -> facts.add(new Fact("Labels", said.sentence())));
        facts.add(new Fact("Why now", letter.news().why()));
        return facts;
    }

    private static Optional<Fact> affected(Incident incident) {
        List<String> names = incident.span().members().stream()
                .map(Member::name)
                .filter(name -> !name.isEmpty())
                .toList();
        String told = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Fact("Affected", told + " (" + names.size() + " of " + incident.watched() + " watched)"));
    }

    private static List<Card> cards(Letter letter) {
        List<Member> members = letter.incident().span().members();
        List<Card> cards = new ArrayList<>(members.stream()
                .limit(MOST_CARDS)
                .map(member -> card(member, letter))
                .toList());
        if (members.size() > MOST_CARDS) {
            cards.add(new Card("and " + (members.size() - MOST_CARDS) + " more", List.of()));
        }
        return cards;
    }

    private static Card card(Member member, Letter letter) {
        List<Fact> lines = new ArrayList<>();
        Finding worst = member.episode().worst();
        Finding latest = member.episode().latest();
        boolean changed = !worst.end().equals(latest.end());
        lines.addAll(found(changed ? "Worst" : "Found", worst));
        if (changed) {
            lines.addAll(found(member.firing() ? "Newest" : "Now", latest));
        }
        shown(letter, member.firing() ? latest : worst).ifPresent(figures -> lines.add(new Fact("Figures", figures)));
        if (!worst.reason().isEmpty() && letter.incident().open()) {
            lines.add(new Fact("Verdict", latest.reason().isEmpty() ? worst.reason() : latest.reason()));
        }
        lines.add(new Fact("Since", Words.moment(member.episode().since())));
        return new Card(member.name().isEmpty() ? letter.incident().model() : member.name(), lines);
    }

    private static List<Fact> found(String name, Finding finding) {
        String value =
                finding.evidence().stream().findFirst().map(Words::evidence).orElse("no value");
        return List.of(
                new Fact(name, value),
                new Fact("", Words.window(finding.start(), finding.end()) + ", " + finding.n() + " rows"));
    }

    private static Optional<String> shown(Letter letter, Finding finding) {
        List<String> figures = letter.wording().stream()
                .flatMap(wording -> wording.show().stream())
                .flatMap(name -> Words.figure(name, finding).stream())
                .toList();
        return figures.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", figures));
    }

    /** What can be done first, then what can be looked at. */
    private static List<Fact> links(Letter letter, List<Offers.Offer> offers) {
        Stream<Fact> deeds = offers.stream().map(offer -> new Fact(offer.words(), offer.address()));
        Stream<Fact> page = letter.receivers().page().stream()
                .flatMap(address -> Stream.of(
                        new Fact("Page", address + "/"),
                        new Fact(
                                "Incident",
                                address + "/v1/incidents/" + letter.incident().id())));
        Stream<Fact> runbook =
                letter.wording().flatMap(Rule.Wording::runbook).stream().map(address -> new Fact("Runbook", address));
        return Stream.of(deeds, page, runbook).flatMap(it -> it).toList();
    }

    private static String why(Letter letter) {
        boolean over = !letter.incident().open();
        String next = over
                ? "This thread ends here, unless late data changes what is known."
                : letter.incident().span().flapping()
                        ? "The next mail in this thread comes when it has settled or gets worse."
                        : "The next mail in this thread comes when it gets worse, spreads or is over; silence means no"
                                + " change.";
        return "You are told as " + letter.receiver().name() + " by the rule "
                + letter.incident().rule() + ". " + Company.of(letter) + next + " Incident "
                + letter.incident().id() + ".";
    }

    /** Whether the story is good, bad or very bad news. */
    Tone tone() {
        return tone(badge);
    }

    private static Tone tone(String badge) {
        return switch (badge) {
            case "RESOLVED", "WITHDRAWN", "REFUTED" -> Tone.GOOD;
            case "CRITICAL" -> Tone.VERY_BAD;
            default -> Tone.BAD;
        };
    }

    enum Tone {
        GOOD,
        BAD,
        VERY_BAD
    }

    /** A named value. */
    record Fact(String name, String value) {}

    /** What there is to say of one member. */
    record Card(String title, List<Fact> lines) {}
}
