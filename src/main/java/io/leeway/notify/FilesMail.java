package io.leeway.notify;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells the first receiver that the alert files cannot be used, and later that they can: once for what is written in them, so
 * that neither a restart nor another look tells it again.
 */
public record FilesMail(Store store, Notices notices) {
    /** Whoever has to mend more than that begins with the first. */
    private static final int MOST = 20;

    private static final String WHY =
            "You are told because you are the first receiver. What is written in the files is told once.";

    /**
     * Queues the mail of files that cannot be used.
     *
     * @param name of what is written in them
     * @param problems each with its place
     * @return whether there is anybody to tell, and it was not told before
     */
    public boolean broken(String name, List<String> problems, Instant now, Changes commit) {
        List<Notice.Fact> places = problems.stream()
                .limit(MOST)
                .map(problem -> new Notice.Fact("", problem))
                .toList();
        int more = problems.size() - places.size();
        String all = problems.size() == 1 ? "a mistake" : problems.size() + " mistakes";
        Notice notice = notice(
                key("broken", name),
                now,
                new Words(
                        "BROKEN FILES",
                        "The alert files cannot be used",
                        "The alert files have " + all + ": the rules and receivers of before go on, unchanged.",
                        places,
                        List.of(
                                "Mend " + (more > 0 ? "these and " + more + " more" : "what is named above")
                                        + ": the files are read again a second later.",
                                "leeway check says whether they can be used, before they are put there.")));
        return queued(key("broken", name), notice, commit);
    }

    /** Queues the mail of files that can be used again after those of that name could not; returns whether it did. */
    public boolean mended(String name, Instant now, Changes commit) {
        Notice notice = notice(
                key("mended", name),
                now,
                new Words(
                        "MENDED FILES",
                        "The alert files cannot be used",
                        "The alert files can be used again, and are: the rules and receivers in them hold from now on.",
                        List.of(),
                        List.of()));
        return queued(key("mended", name), notice, commit);
    }

    private boolean queued(MailKey key, Notice notice, Changes commit) {
        if (notice.to().isEmpty() || store.get(Tables.DELIVERIES, key.bytes()).isPresent()) {
            return false;
        }
        notices.queue(key, notice, commit);
        return true;
    }

    private Notice notice(MailKey key, Instant now, Words words) {
        Optional<Receiver> first = notices.receivers().all().values().stream().findFirst();
        return new Notice(
                key.messageId(notices.receivers().mail().messageIdDomain()),
                words.word,
                words.subject,
                now,
                first.map(Receiver::email).orElse(List.of()),
                words.sentence,
                words.facts,
                words.steps,
                WHY);
    }

    private static MailKey key(String what, String name) {
        return new MailKey("alert-files-" + what + "-" + name, 1);
    }

    private record Words(String word, String subject, String sentence, List<Notice.Fact> facts, List<String> steps) {}
}
