package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.Tags;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.routing.Matcher;
import io.leeway.text.NamePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody's decision that nobody is told of some incidents for a while. Who has heard of an incident hears of its end all
 * the same, and what is still open when the silence ends is told at once.
 *
 * @param matchers all must match, at least one
 * @param end exclusive, at most {@link #LONGEST} after the start
 * @param untilResolved whether it ends as soon as no incident that it covers is open
 * @param author who says so
 * @param reason why
 */
public record Silence(
        String id,
        List<Matcher> matchers,
        Instant start,
        Instant end,
        boolean untilResolved,
        String author,
        String reason) {
    /** What is to be silent for longer wants another rule. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int VERSION = 1;

    /**
     * A silence.
     *
     * @throws IllegalArgumentException with a sentence that says what to give instead
     */
    public Silence {
        matchers = List.copyOf(matchers);
        check(!author.isBlank(), "author is missing: say who silences.");
        check(!reason.isBlank(), "reason is missing: say why, for whoever looks at it at night.");
        check(end.isAfter(start), "end must be after start.");
        check(!end.isAfter(start.plus(LONGEST)), "A silence lasts at most " + LONGEST.toDays() + " days.");
        boolean all = matchers.stream()
                .allMatch(matcher ->
                        matcher.any().stream().anyMatch(any -> any.written().matches("\\**")));
        check(!all, "matchers must name something, such as {\"model\":\"credit-*\"}: this would silence everything.");
    }

    /** Whether it lasts at an instant. */
    public boolean active(Instant now) {
        return !start.isAfter(now) && end.isAfter(now);
    }

    /** Whether it is about an incident: about all of it, or about every member that fires. */
    public boolean covers(Incident incident, Tags labels) {
        return matches(labels)
                || (incident.open()
                        && incident.span().firing().stream()
                                .allMatch(member -> matches(together(labels, member.instance()))));
    }

    /** The same, over at an instant. */
    Silence endedAt(Instant now) {
        Instant earliest = start.plusMillis(1);
        return new Silence(id, matchers, start, now.isBefore(earliest) ? earliest : now, untilResolved, author, reason);
    }

    byte[] stored() {
        ByteWriter out = new ByteWriter().octet(VERSION).text(id).count(matchers.size());
        matchers.forEach(matcher -> {
            out.text(matcher.label()).count(matcher.any().size());
            matcher.any().forEach(any -> out.text(any.written()));
        });
        out.whole(start.toEpochMilli()).whole(end.toEpochMilli()).flag(untilResolved);
        return out.text(author).text(reason).toByteArray();
    }

    static Silence read(byte[] stored) {
        ByteReader in = Delivery.begun(stored, VERSION);
        return new Silence(
                in.text(),
                matchers(in),
                Instant.ofEpochMilli(in.whole()),
                Instant.ofEpochMilli(in.whole()),
                in.flag(),
                in.text(),
                in.text());
    }

    private static List<Matcher> matchers(ByteReader in) {
        List<Matcher> matchers = new ArrayList<>();
        int size = in.length();
        for (int i = 0; i < size; i++) {
            matchers.add(new Matcher(
                    in.text(), Mail.texts(in).stream().map(NamePattern::new).toList()));
        }
        return matchers;
    }

    private boolean matches(Tags labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    private static Tags together(Tags labels, Tags more) {
        Map<String, String> all = new HashMap<>(more.values());
        all.putAll(labels.values());
        return new Tags(all);
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
