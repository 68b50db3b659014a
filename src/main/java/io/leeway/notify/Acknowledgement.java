package io.leeway.notify;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody cares for an incident: it is neither repeated nor escalated until it gets worse, is over, or this ends.
 *
 * @param author who
 * @param note what they want to say; may be empty
 */
public record Acknowledgement(String incident, String author, String note, Instant at, Instant until) {
    /** Who has said nothing by the next day may have forgotten it. */
    public static final Duration USUAL = Duration.ofDays(1);

    private static final int VERSION = 1;

    /**
     * An acknowledgement.
     *
     * @throws IllegalArgumentException with a sentence that says what to give instead
     */
    public Acknowledgement {
        if (author.isBlank()) {
            throw new IllegalArgumentException("author is missing: say who cares for it.");
        }
        if (!until.isAfter(at) || until.isAfter(at.plus(Silence.LONGEST))) {
            throw new IllegalArgumentException(
                    "until must lie ahead, by at most " + Silence.LONGEST.toDays() + " days.");
        }
    }

    byte[] stored() {
        ByteWriter out =
                new ByteWriter().octet(VERSION).text(incident).text(author).text(note);
        return out.whole(at.toEpochMilli()).whole(until.toEpochMilli()).toByteArray();
    }

    static Acknowledgement read(byte[] stored) {
        ByteReader in = Delivery.begun(stored, VERSION);
        return new Acknowledgement(
                in.text(), in.text(), in.text(), Instant.ofEpochMilli(in.whole()), Instant.ofEpochMilli(in.whole()));
    }
}
