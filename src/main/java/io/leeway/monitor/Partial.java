package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Task;
import io.leeway.ingest.Entry;
import io.leeway.profile.Profile;
import io.leeway.truth.LabelDelays;
import io.leeway.truth.Outcome;
import io.leeway.truth.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one lane knows of a base window, or the sum of several: the profile of its rows, the tally of the labelled ones, and
 * how long their labels took.
 */
final class Partial {
    private static final int VERSION = 3;
    /** The first version that knows how long labels took. */
    private static final int DELAYS = 2;

    /** The first version that knows how long those of positives took. */
    private static final int BY_CLASS = 3;

    private final Profile profile;
    private final LabelDelays delays;
    private final LabelDelays positiveDelays;
    private Optional<Tally> tally;
    private long newest;

    Partial() {
        this(new Profile(), Optional.empty(), Entry.NO_WATERMARK, List.of(new LabelDelays(), new LabelDelays()));
    }

    private Partial(Profile profile, Optional<Tally> tally, long newest, List<LabelDelays> delays) {
        this.profile = profile;
        this.delays = delays.get(0);
        this.positiveDelays = delays.get(1);
        this.tally = tally;
        this.newest = newest;
    }

    Profile profile() {
        return profile;
    }

    Optional<Tally> tally() {
        return tally;
    }

    /** The newest event time of a row, epoch milliseconds, or {@link Entry#NO_WATERMARK}. */
    long newest() {
        return newest;
    }

    /** Whether it says nothing: no row, no label. */
    boolean isEmpty() {
        return profile.rows() == 0 && tally.isEmpty();
    }

    /** A row was counted. */
    void seen(long timestamp) {
        newest = Math.max(newest, timestamp);
    }

    /** A prediction met its label, which became known so long after it. */
    void label(Task task, Outcome outcome, Duration delay) {
        tally(task).add(outcome);
        delays.add(delay);
        if (isPositive(outcome)) {
            positiveDelays.add(delay);
        }
    }

    /** The label is not what it was taken for. */
    void unlabel(Task task, Outcome outcome, Duration delay) {
        tally(task).remove(outcome);
        delays.remove(delay);
        if (isPositive(outcome)) {
            positiveDelays.remove(delay);
        }
    }

    private static boolean isPositive(Outcome outcome) {
        return outcome instanceof Outcome.Binary binary && binary.actual();
    }

    /** How long labels took. */
    LabelDelays delays() {
        return delays;
    }

    /** How long those of a binary model's positives took. */
    LabelDelays positiveDelays() {
        return positiveDelays;
    }

    void merge(Partial other) {
        profile.merge(other.profile);
        newest = Math.max(newest, other.newest);
        delays.merge(other.delays);
        positiveDelays.merge(other.positiveDelays);
        other.tally.ifPresent(theirs -> tally(theirs.task()).merge(theirs));
    }

    byte[] bytes() {
        ByteWriter out = new ByteWriter(1024).octet(VERSION);
        profile.write(out);
        out.flag(tally.isPresent());
        tally.ifPresent(it -> {
            out.text(it.task().name());
            it.write(out);
        });
        out.whole(newest);
        delays.write(out);
        positiveDelays.write(out);
        return out.toByteArray();
    }

    static Partial read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.version("a partial profile", VERSION);
        return new Partial(
                Profile.read(in),
                in.flag() ? Optional.of(Tally.read(Task.valueOf(in.text()), in)) : Optional.empty(),
                in.whole(),
                List.of(delays(in, version, DELAYS), delays(in, version, BY_CLASS)));
    }

    private static LabelDelays delays(ByteReader in, int version, int first) {
        return version < first ? new LabelDelays() : LabelDelays.read(in);
    }

    private Tally tally(Task task) {
        Tally present = tally.orElseGet(() -> Tally.of(task));
        tally = Optional.of(present);
        return present;
    }
}
