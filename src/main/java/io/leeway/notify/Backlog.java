package io.leeway.notify;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What so many threads could not tell the same people while no mail could leave is told in one mail: a line for each thread,
 * as it stands by now. Nothing is dropped: every mail that is told so is kept, and names the one that tells it. A mail of
 * which a copy may be out is sent by itself, as ever; and so are calls of webhooks, which nobody reads.
 */
record Backlog(Store store, Notices notices) {
    /** As many mails as a receiver gets in ten minutes unless they say otherwise: see {@link Receiver.Limit}. */
    private static final int MOST = Receiver.Limit.DEFAULTS.mails();

    private static final String NAME = "backlog-";
    /** Beyond it a mail would be cut off by some readers, which happens at 102 kB of HTML. */
    private static final int MOST_LINES = 200;

    /** What waits, with what is too much for its readers put together. */
    List<Waiting> gathered(List<Waiting> all, Instant now) {
        Map<Set<String>, List<Waiting>> byReaders = all.stream()
                .filter(Backlog::unsent)
                .collect(Collectors.groupingBy(
                        each -> each.first().recipients().keySet(), LinkedHashMap::new, Collectors.toList()));
        List<Waiting> left = new ArrayList<>(all);
        byReaders.values().stream().filter(Backlog::tooMuch).forEach(together -> {
            left.removeAll(together);
            left.add(digest(together, now));
        });
        return left;
    }

    /** What tells of others already stays as it is: a line of it would not tell their lines. */
    private static boolean unsent(Waiting waiting) {
        return waiting.mails().stream()
                .allMatch(mail -> !mail.tries().fixed()
                        && !mail.key().incident().startsWith(NAME)
                        && mail.recipients().keySet().stream().noneMatch(Receiver::isWebhook));
    }

    /** Only what was tried in vain is a backlog: much that happens at once is told as its receiver wants it. */
    private static boolean tooMuch(List<Waiting> together) {
        return together.size() > MOST
                && together.stream().anyMatch(each -> each.first().attempts() > 0);
    }

    private Waiting digest(List<Waiting> together, Instant now) {
        Delivery tried = together.stream()
                .map(Waiting::first)
                .max(Comparator.comparingInt(Delivery::attempts).thenComparing(Delivery::messageId))
                .orElseThrow();
        MailKey key = new MailKey(NAME + tried.key() + "-" + now.getEpochSecond(), 1);
        List<Delivery> all = together.stream()
                .flatMap(each -> each.mails().stream())
                .sorted(Comparator.comparing(Delivery::decided))
                .toList();
        Changes commit = new Changes();
        Delivery digest = notices.queue(key, notice(key, together, now), commit)
                .told(tried, all.stream().flatMap(this::stoodFor).toList());
        commit.put(Tables.DELIVERIES, key.bytes(), digest.stored());
        all.forEach(each -> {
            commit.put(
                    Tables.DELIVERIES,
                    each.key().bytes(),
                    each.supersededBy(key).stored());
            commit.delete(Tables.QUEUE, each.key().bytes());
        });
        store.commit(commit);
        return new Waiting(List.of(digest));
    }

    /** A mail, and before it those that it told already. */
    private Stream<Tries.Instead> stoodFor(Delivery delivery) {
        return Stream.concat(
                delivery.tries().standsFor().stream(),
                Stream.of(new Tries.Instead(word(delivery), delivery.decided())));
    }

    private Notice notice(MailKey key, List<Waiting> together, Instant now) {
        List<Notice.Fact> lines = new ArrayList<>(
                together.stream().limit(MOST_LINES).map(this::line).toList());
        if (together.size() > MOST_LINES) {
            lines.add(new Notice.Fact("", "and " + (together.size() - MOST_LINES) + " more, all of them on the page"));
        }
        long mails = together.stream().mapToLong(each -> each.mails().size()).sum();
        return new Notice(
                key.messageId(notices.receivers().mail().messageIdDomain()),
                "LATE",
                mails + " mails about " + together.size() + " matters could not be sent in time",
                now,
                together.get(0).first().recipients().keySet().stream().toList(),
                "No mail could leave for a while: this one tells what " + mails + " mails about " + together.size()
                        + " matters would have said.",
                lines,
                List.of(
                        "What is marked as resolved came and went meanwhile; look at everything else.",
                        "Each of these mails is kept and shown on the page."),
                "You are told because each of these mails was for you. What happens to them from now on is told as"
                        + " ever.");
    }

    /** The newest mail of a thread tells how it stands. */
    private Notice.Fact line(Waiting waiting) {
        Delivery newest = waiting.mails().get(waiting.mails().size() - 1);
        return new Notice.Fact(Lateness.moment(waiting.first().decided()), subject(newest));
    }

    private String word(Delivery delivery) {
        return subject(delivery).replaceFirst("].*", "]");
    }

    private String subject(Delivery delivery) {
        return store.get(Tables.MAILS, delivery.key().bytes())
                .map(Mail::read)
                .map(Mail::subject)
                .orElse("");
    }
}
