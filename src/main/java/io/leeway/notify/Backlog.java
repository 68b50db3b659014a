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
 * as it stands by now. What comes while it waits itself is told in it too, so that nothing newer is read before it. Nothing
 * is dropped: every mail that is told so is kept, and names the one that tells it. A mail of which a copy may be out is sent
 * by itself, as it is; and so are calls of webhooks, which nobody reads.
 */
record Backlog(Store store, Notices notices) {
    /** As many mails as a receiver gets in ten minutes unless they say otherwise: see {@link Receiver.Limit}. */
    private static final int MOST = Receiver.Limit.DEFAULTS.mails();

    private static final String NAME = "backlog-";
    private static final Comparator<Delivery> OLDEST_FIRST = Comparator.comparing(Delivery::decided)
            .thenComparing(mail -> mail.key().incident())
            .thenComparing(mail -> mail.key().number());

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

    private static boolean unsent(Waiting waiting) {
        return waiting.mails().stream()
                .allMatch(mail -> !mail.tries().fixed()
                        && mail.recipients().keySet().stream().noneMatch(Receiver::isWebhook));
    }

    /**
     * Only what was tried in vain is a backlog: much that happens at once is told as its receiver wants it. What comes behind
     * one belongs to it.
     */
    private static boolean tooMuch(List<Waiting> together) {
        boolean begun = together.stream().anyMatch(Backlog::isDigest);
        return begun
                ? together.size() > 1
                : together.size() > MOST
                        && together.stream().anyMatch(each -> each.first().attempts() > 0);
    }

    private static boolean isDigest(Waiting waiting) {
        return waiting.first().key().incident().startsWith(NAME);
    }

    private Waiting digest(List<Waiting> together, Instant now) {
        Delivery tried = together.stream()
                .map(Waiting::first)
                .max(Comparator.comparingInt(Delivery::attempts).thenComparing(Delivery::messageId))
                .orElseThrow();
        List<Delivery> all =
                together.stream().flatMap(this::told).sorted(OLDEST_FIRST).toList();
        MailKey key = new MailKey(NAME + all.get(0).key() + "-" + all.size() + "-" + now.getEpochSecond(), 1);
        Changes commit = new Changes();
        Delivery digest = notices.queue(key, notice(key, threads(all), now), commit)
                .told(tried, all.stream().flatMap(this::stoodFor).toList());
        commit.put(Tables.DELIVERIES, key.bytes(), digest.stored());
        Stream<Delivery> before = together.stream().filter(Backlog::isDigest).map(Waiting::first);
        Stream.concat(all.stream(), before).forEach(each -> {
            commit.put(
                    Tables.DELIVERIES,
                    each.key().bytes(),
                    each.supersededBy(key).stored());
            commit.delete(Tables.QUEUE, each.key().bytes());
        });
        store.commit(commit);
        return new Waiting(List.of(digest));
    }

    /** The mails themselves; of one that tells of others, those. */
    private Stream<Delivery> told(Waiting waiting) {
        MailKey key = waiting.first().key();
        return isDigest(waiting)
                ? new Archive(store).deliveries().stream().filter(each -> each.isSupersededBy(key))
                : waiting.mails().stream();
    }

    /** The mails of each matter, that which began first before the others. */
    private static List<Waiting> threads(List<Delivery> mails) {
        Map<String, List<Delivery>> byMatter = mails.stream()
                .collect(Collectors.groupingBy(mail -> mail.key().incident(), LinkedHashMap::new, Collectors.toList()));
        return byMatter.values().stream().map(Waiting::new).toList();
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
