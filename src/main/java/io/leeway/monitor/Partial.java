package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Task;
import io.leeway.ingest.Entry;
import io.leeway.profile.Profile;
import io.leeway.truth.Outcome;
import io.leeway.truth.Tally;
import java.util.Optional;

/** What one lane knows of a base window, or the sum of several: the profile of its rows and the tally of the labelled ones. */
final class Partial {
    private static final int VERSION = 1;

    private final Profile profile;
    private Optional<Tally> tally;
    private long newest;

    Partial() {
        this(new Profile(), Optional.empty(), Entry.NO_WATERMARK);
    }

    private Partial(Profile profile, Optional<Tally> tally, long newest) {
        this.profile = profile;
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

    void label(Task task, Outcome outcome) {
        tally(task).add(outcome);
    }

    void unlabel(Task task, Outcome outcome) {
        tally(task).remove(outcome);
    }

    void merge(Partial other) {
        profile.merge(other.profile);
        newest = Math.max(newest, other.newest);
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
        return out.toByteArray();
    }

    static Partial read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int unused = in.version("a partial profile", VERSION);
        return new Partial(
                Profile.read(in),
                in.flag() ? Optional.of(Tally.read(Task.valueOf(in.text()), in)) : Optional.empty(),
                in.whole());
    }

    private Tally tally(Task task) {
        Tally present = tally.orElseGet(() -> Tally.of(task));
        tally = Optional.of(present);
        return present;
    }
}
