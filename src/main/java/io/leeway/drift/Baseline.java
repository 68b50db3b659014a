package io.leeway.drift;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import io.leeway.catalog.Model;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.profile.Layout;
import io.leeway.profile.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a model's windows are compared with: the bins its reference rows cut, the profile of all of them, and, when they
 * have times of their own, the profiles of their base windows, from which a feature's own noise is learned. Holds no row. One thread at a time: what
 * comparisons need of a column is worked out when first asked for.
 */
public final class Baseline {
    private static final int VERSION = 1;

    /** Where the reference rows come from. */
    public enum Origin {
        /** Uploaded, each row with the time of its prediction. */
        UPLOADED,
        /** Uploaded without times: there are no reference windows. */
        UPLOADED_WITHOUT_TIMES,
        /** The first rows that arrived. */
        LEARNED
    }

    private final Origin origin;
    private final Layout layout;
    private final Profile whole;
    private final SortedMap<Instant, Profile> windows;
    private final ReferenceColumns columns;

    private Baseline(Origin origin, Layout layout, Profile whole, SortedMap<Instant, Profile> windows) {
        this.origin = origin;
        this.layout = layout;
        this.whole = whole;
        this.windows = windows;
        this.columns = new ReferenceColumns(layout, whole);
    }

    /** A baseline of reference rows, all of them of {@code model}, whose kinds include those of the reference. */
    public static Baseline of(String id, Batch reference, Model model, Origin origin) {
        Layout layout = Layout.of(id, reference, model);
        ReferenceProfiles profiles = new ReferenceProfiles(reference, model, layout);
        return new Baseline(
                origin,
                layout,
                profiles.whole(),
                origin == Origin.UPLOADED_WITHOUT_TIMES ? new TreeMap<>() : profiles.baseWindows());
    }

    /** Some rows of the same reference, on the bins that all of them cut. */
    public Baseline part(Batch reference, Model model, int[] rows) {
        ReferenceProfiles profiles = new ReferenceProfiles(reference, model, layout, rows);
        return with(profiles.whole(), windows.isEmpty() ? windows : profiles.baseWindows());
    }

    /** Rows of several parts of one reference, on the bins that they have in common; there is at least one. */
    public static Baseline together(List<Baseline> parts) {
        Profile whole = new Profile();
        SortedMap<Instant, Profile> windows = new TreeMap<>();
        for (Baseline part : parts) {
            whole.merge(part.whole);
            part.windows.forEach((start, profile) ->
                    windows.computeIfAbsent(start, unused -> new Profile()).merge(profile));
        }
        return parts.get(0).with(whole, windows);
    }

    /** No row of the same reference, on the same bins. */
    public Baseline withoutRows() {
        return with(new Profile(), new TreeMap<>());
    }

    /** The same rows, sharing the bins of the whole they are part of. */
    public Baseline onBinsOf(Baseline whole) {
        return new Baseline(origin, whole.layout, this.whole, windows);
    }

    private Baseline with(Profile itsWhole, SortedMap<Instant, Profile> itsWindows) {
        return new Baseline(origin, layout, itsWhole, itsWindows);
    }

    public String id() {
        return layout.baseline();
    }

    /** How many reference rows. */
    public long n() {
        return whole.rows();
    }

    /** Whether it was learned from the first rows instead of uploaded. */
    public boolean learned() {
        return origin == Origin.LEARNED;
    }

    /** The bins and categories it cut; rows of windows are profiled with it. */
    public Layout layout() {
        return layout;
    }

    /** The profile of all reference rows. Not to be changed. */
    public Profile whole() {
        return whole;
    }

    /** All reference rows, column by column, as windows are compared with them. */
    public ReferenceColumns columns() {
        return columns;
    }

    /** What windows of a size are compared with; the windows of it are merged anew at every call. */
    public Reference reference(WindowSize size, ZoneId zone) {
        return Reference.ofRows(columns, windows(size, zone).values());
    }

    /** What windows of a size are compared with that are like some windows of the reference; those without times are like none. */
    public Reference reference(WindowSize size, ZoneId zone, Predicate<Instant> isLike) {
        SortedMap<Instant, Profile> alike = windows(size, zone, isLike);
        Profile all = new Profile();
        alike.values().forEach(all::merge);
        return Reference.ofRows(new ReferenceColumns(layout, all), alike.values());
    }

    /**
     * The profiles of the reference's windows of a size, by their start; only windows with a row. None without times. They
     * are merged from base windows at every call: keep what is worked out of them.
     */
    public SortedMap<Instant, Profile> windows(WindowSize size, ZoneId zone) {
        return windows(size, zone, start -> true);
    }

    private SortedMap<Instant, Profile> windows(WindowSize size, ZoneId zone, Predicate<Instant> isWanted) {
        SortedMap<Instant, Profile> merged = new TreeMap<>();
        windows.forEach((base, profile) -> {
            Instant start = size.startOf(base, zone);
            if (isWanted.test(start)) {
                merged.computeIfAbsent(start, unused -> new Profile()).merge(profile);
            }
        });
        return Collections.unmodifiableSortedMap(merged);
    }

    public void write(ByteWriter out) {
        out.octet(VERSION)
                .octet(
                        switch (origin) {
                            case UPLOADED -> 0;
                            case UPLOADED_WITHOUT_TIMES -> 1;
                            case LEARNED -> 2;
                        });
        layout.write(out);
        whole.write(out);
        out.count(windows.size());
        windows.forEach((start, profile) -> {
            out.whole(start.toEpochMilli());
            profile.write(out);
        });
    }

    public static Baseline read(ByteReader in) {
        int unused = in.version("a baseline", VERSION);
        Origin origin = switch (in.octet()) {
            case 0 -> Origin.UPLOADED;
            case 1 -> Origin.UPLOADED_WITHOUT_TIMES;
            case 2 -> Origin.LEARNED;
            default -> throw new MalformedBytesException("a baseline of unknown origin");
        };
        Layout layout = Layout.read(in);
        Profile whole = Profile.read(in);
        SortedMap<Instant, Profile> windows = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            windows.put(Instant.ofEpochMilli(in.whole()), Profile.read(in));
        }
        return new Baseline(origin, layout, whole, windows);
    }
}
