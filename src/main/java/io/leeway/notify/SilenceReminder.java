package io.leeway.notify;

import io.leeway.routing.Matcher;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whoever silenced something for more than a day, an hour before that ends, so that nobody is surprised by what is told
 * then. The author may be any text: mail goes to the receivers it names, and to the first of all where it names none, never
 * to an address that stands in no file.
 */
record SilenceReminder(Store store, Notices notices) {
    /** Who silences for less knows when it ends. */
    private static final Duration LONG = Duration.ofDays(1);

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final String OF_A_NAME = "[A-Za-z0-9_.-]";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Queues what is due, once; returns when the next is. */
    Optional<Instant> queueDue(Instant now) {
        Changes commit = new Changes();
        List<Silence> untold = new Archive(store)
                .silences().stream()
                        .filter(silence -> isLong(silence) && silence.end().isAfter(now) && !told(silence))
                        .toList();
        untold.stream().filter(silence -> !due(silence).isAfter(now)).forEach(silence -> queue(silence, now, commit));
        if (!commit.isEmpty()) {
            store.commit(commit);
        }
        return untold.stream().map(SilenceReminder::due).filter(now::isBefore).min(Instant::compareTo);
    }

    /** One that lasts until something is over ends with that, or as late as it may. */
    private static boolean isLong(Silence silence) {
        return Duration.between(silence.start(), silence.end()).compareTo(LONG) > 0;
    }

    private static Instant due(Silence silence) {
        return silence.end().minus(AHEAD);
    }

    private boolean told(Silence silence) {
        return store.get(Tables.DELIVERIES, key(silence).bytes()).isPresent();
    }

    private static MailKey key(Silence silence) {
        return new MailKey("silence-" + silence.id() + "-" + silence.end().getEpochSecond(), 1);
    }

    private void queue(Silence silence, Instant now, Changes commit) {
        List<String> to = to(silence.author());
        if (!to.isEmpty()) {
            notices.queue(key(silence), notice(silence, to, now), commit);
        }
    }

    private List<String> to(String author) {
        List<String> named = notices.receivers().all().values().stream()
                .filter(receiver -> names(author, receiver.name())
                        || receiver.email().stream().anyMatch(address -> names(author, address)))
                .flatMap(receiver -> receiver.email().stream())
                .distinct()
                .toList();
        return named.isEmpty()
                ? notices.receivers().all().values().stream()
                        .findFirst()
                        .map(Receiver::email)
                        .orElse(List.of())
                : named;
    }

    /** Whether a name stands in a text, and not as a part of another one. */
    private static boolean names(String text, String name) {
        return Pattern.compile("(?<!" + OF_A_NAME + ")" + Pattern.quote(name) + "(?!" + OF_A_NAME + ")")
                .matcher(text)
                .find();
    }

    private Notice notice(Silence silence, List<String> to, Instant now) {
        String about = silence.matchers().stream().map(Matcher::toString).collect(Collectors.joining(", "));
        return new Notice(
                key(silence).messageId(notices.receivers().mail().messageIdDomain()),
                "SILENCE ENDS",
                "The silence of " + about + " ends soon",
                now,
                to,
                "The silence of " + about + " ends at " + MOMENT.format(silence.end()) + ".",
                List.of(
                        new Notice.Fact("By", silence.author()),
                        new Notice.Fact("Since", MOMENT.format(silence.start())),
                        new Notice.Fact("Reason", silence.reason())),
                List.of(
                        "Is it repaired? Then nothing is needed: what is still open at the end is told at once.",
                        "If it takes longer, silence it again before that."),
                "You are told because you silenced it, or are the first receiver.");
    }
}
