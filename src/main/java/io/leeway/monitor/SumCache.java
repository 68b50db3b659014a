package io.leeway.monitor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What sums of windows are made of and need not be worked out again: partials as they were last read, of open windows the sum
 * of all base windows before the ones that still change, and the windows that make up references of the past. A sum made with it is the same to the bit as one made
 * without, for both add the same partials in the same order. One thread.
 */
final class SumCache {
    /**
     * The most that is kept of each, as bytes of stored partials. In the heap a partial takes ten times as much where
     * its slots are in dense use and 17 times where they are not, as measured: 70 MB of each at most.
     */
    private static final long MOST_BYTES = 4 << 20;

    private final Kept<String, Decoded> decoded;
    private final Kept<Span, Settled> settled;
    private final Kept<Span, WindowSum> past;

    SumCache() {
        this(MOST_BYTES);
    }

    /** A cache that keeps no more of each than so many bytes of stored partials. */
    SumCache(long mostBytes) {
        decoded = new Kept<>(mostBytes);
        settled = new Kept<>(mostBytes);
        past = new Kept<>(mostBytes);
    }

    /**
     * The base windows of one version from a start to an end, epoch milliseconds.
     *
     * @param end exclusive
     */
    record Span(String model, String version, String segment, long start, long end) {
        Span upTo(long earlier) {
            return new Span(model, version, segment, start, earlier);
        }
    }

    /**
     * The sum of the base windows of a span that start before an instant.
     *
     * @param upTo epoch milliseconds
     */
    record Settled(WindowSum sum, long upTo) {}

    private record Decoded(byte[] bytes, Partial partial) {}

    /** What a stored partial says. Not to be changed. */
    Partial read(byte[] key, byte[] bytes) {
        String place = new String(key, StandardCharsets.ISO_8859_1);
        return decoded.get(place)
                .filter(known -> Arrays.equals(known.bytes(), bytes))
                .orElseGet(() -> decode(place, bytes))
                .partial();
    }

    /** The sum of the beginning of a span; of nothing where none is known. Not to be changed. */
    Settled settled(Span span) {
        return settled.get(span).orElseGet(() -> new Settled(new WindowSum(), span.start()));
    }

    void settle(Span span, Settled beginning) {
        settled.put(span, beginning, beginning.sum().weight());
    }

    /** A window that is part of references, if it is known. Not to be changed. */
    Optional<WindowSum> past(Span span) {
        return past.get(span);
    }

    void keepPast(Span span, WindowSum sum) {
        past.put(span, sum, sum.weight());
    }

    /** Forgets what these base windows of a model were part of. */
    void forget(String model, Collection<PartialKey> changed) {
        NavigableSet<PartialKey> keys = new TreeSet<>(PartialKey.BY_VERSION);
        keys.addAll(changed);
        settled.removeIf((span, sum) -> span.model().equals(model) && isChanged(span.upTo(sum.upTo()), keys));
        past.removeIf((span, sum) -> span.model().equals(model) && isChanged(span, keys));
    }

    /** Forgets a model. */
    void forget(String model) {
        settled.removeIf((span, sum) -> span.model().equals(model));
        past.removeIf((span, sum) -> span.model().equals(model));
    }

    private static boolean isChanged(Span span, NavigableSet<PartialKey> changed) {
        PartialKey first = new PartialKey(span.model(), span.version(), span.segment(), span.start());
        PartialKey end = new PartialKey(span.model(), span.version(), span.segment(), span.end());
        return !changed.subSet(first, end).isEmpty();
    }

    private Decoded decode(String place, byte[] bytes) {
        Decoded read = new Decoded(bytes, Partial.read(bytes));
        decoded.put(place, read, bytes.length);
        return read;
    }
}
