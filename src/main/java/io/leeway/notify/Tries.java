package io.leeway.notify;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was tried to deliver a mail.
 *
 * @param attempts how many there were
 * @param unsure how many of them ended without the server's word, so that it may have the mail
 * @param next not before then is it tried again
 * @param fixed whether a copy may be out, so that every further one must have the same bytes
 * @param standsFor the mails that were given up for this one, oldest first
 * @param note what the mail says of its own delay; empty: nothing
 */
public record Tries(int attempts, int unsure, Instant next, boolean fixed, List<Instead> standsFor, String note) {
    /** No wait is longer: see {@link Backoff}. What waits for later was meant by a clock that has been put back. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    public Tries {
        standsFor = List.copyOf(standsFor);
    }

    /**
     * A mail that another one stands for.
     *
     * @param word what stood in the brackets of its subject
     */
    public record Instead(String word, Instant decided) {}

    static Tries none(Instant from) {
        return new Tries(0, 0, from, false, List.of(), "");
    }

    boolean due(Instant now) {
        return !next.isAfter(now) || next.isAfter(now.plus(LONGEST_WAIT));
    }

    /** An attempt begins; if it is never heard of again, a copy may be out. */
    Tries begun() {
        return new Tries(attempts, unsure, next, true, standsFor, note);
    }

    /** An attempt has ended. */
    Tries ended(boolean copyOut, boolean withoutWord, Instant again) {
        return new Tries(attempts + 1, unsure + (withoutWord ? 1 : 0), again, fixed || copyOut, standsFor, note);
    }

    Tries noting(String sentence) {
        return new Tries(attempts, unsure, next, fixed, standsFor, sentence);
    }

    /** The tries of a mail that takes over from others, with what they were told. */
    Tries standingFor(Tries last, List<Instead> others) {
        return new Tries(last.attempts, last.unsure, last.next, fixed, others, note);
    }

    void write(ByteWriter out) {
        out.count(attempts).count(unsure).whole(next.toEpochMilli()).flag(fixed).text(note);
        out.count(standsFor.size());
        standsFor.forEach(each -> out.text(each.word()).whole(each.decided().toEpochMilli()));
    }

    static Tries read(ByteReader in) {
        int attempts = (int) in.count();
        int unsure = (int) in.count();
        Instant next = Instant.ofEpochMilli(in.whole());
        boolean fixed = in.flag();
        String note = in.text();
        return new Tries(attempts, unsure, next, fixed, instead(in), note);
    }

    private static List<Instead> instead(ByteReader in) {
        int size = in.length();
        List<Instead> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(new Instead(in.text(), Instant.ofEpochMilli(in.whole())));
        }
        return all;
    }
}
