package io.leeway.monitor;

import io.leeway.monitor.SumCache.Settled;
import io.leeway.monitor.SumCache.Span;
import io.leeway.profile.Profile;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.truth.Tally;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Any window of a model as the sum of partials: of its base windows in their order, of each all lanes in theirs, and for
 * all versions of the sum of each version. One thread.
 */
final class WindowSums {
    private final Store store;
    private final String model;
    private final Map<String, Long> versions;
    private final ZoneId zone;
    private final SumCache cache;
    private final NavigableSet<Long> changing;
    private Optional<Latest> latest = Optional.empty();

    /** The windows of a model, for a look at a few. */
    WindowSums(Store store, KnownModel model) {
        this(store, model, new SumCache(), List.of());
    }

    /**
     * The windows of a model.
     *
     * @param changed the base windows that changed since the cache was last used for this model
     */
    WindowSums(Store store, KnownModel model, SumCache cache, Collection<PartialKey> changed) {
        this.store = store;
        this.model = model.definition().name();
        this.versions = model.versions();
        this.zone = model.definition().settings().zone();
        this.cache = cache;
        this.changing = changed.stream().map(PartialKey::start).collect(Collectors.toCollection(TreeSet::new));
        cache.forget(model.definition().name(), changed);
    }

    private WindowSums(WindowSums like) {
        this.store = like.store;
        this.model = like.model;
        this.versions = like.versions;
        this.zone = like.zone;
        this.cache = like.cache;
        this.changing = like.changing;
        this.latest = like.latest;
    }

    /** The same sums, for a look at other windows: what was asked for last is still remembered here. */
    WindowSums beside() {
        return new WindowSums(this);
    }

    /** Before what instant nothing is kept of the model, epoch milliseconds. */
    long droppedBefore() {
        return new Retention(store).droppedBefore(model);
    }

    /** The sum of a window's partials, without its blocks. Not to be changed. */
    Partial sum(WindowKey key, Instant end) {
        return window(key, end).whole();
    }

    /** The sum of a window. Not to be changed: a window of all versions is that of the only one with rows in it. */
    WindowSum window(WindowKey key, Instant end) {
        return window(key, end, this::sum);
    }

    /** The rows of a window that others are compared with. Remembered, for its neighbours' references have it too. */
    Profile past(WindowKey key, Instant end) {
        return window(key, end, this::past).whole().profile();
    }

    /** What came in a window; nothing is added up of what its rows hold. */
    Came came(WindowKey key, Instant end) {
        Came came = new Came();
        each(key, end, came::add);
        return came;
    }

    /** The labelled rows of a window; nothing is added up of what else its rows hold. Not to be changed. */
    Optional<Tally> tally(WindowKey key, Instant end) {
        List<Tally> tallies = new ArrayList<>();
        each(key, end, partial -> partial.tally().ifPresent(tallies::add));
        return tallies.stream().findFirst().map(first -> {
            Tally sum = Tally.of(first.task());
            tallies.forEach(sum::merge);
            return sum;
        });
    }

    private void each(WindowKey key, Instant end, Consumer<Partial> to) {
        boolean all = key.version().equals(WindowKey.ALL_VERSIONS);
        for (String version : all ? versions.keySet() : Set.of(key.version())) {
            Span span = span(key, version, end);
            latest.filter(it -> it.span().equals(span))
                    .ifPresentOrElse(it -> to.accept(it.sum().whole()), () -> read(span, to));
        }
    }

    private void read(Span span, Consumer<Partial> to) {
        store.scan(Tables.PARTIALS, key(span, span.start()), key(span, span.end()), (at, bytes) -> {
            to.accept(cache.read(at, bytes));
            return true;
        });
    }

    private WindowSum window(WindowKey key, Instant end, Function<Span, WindowSum> sum) {
        if (!key.version().equals(WindowKey.ALL_VERSIONS)) {
            return sum.apply(span(key, key.version(), end));
        }
        List<WindowSum> parts = new ArrayList<>();
        versions.forEach((version, first) -> {
            if (first < end.toEpochMilli()) {
                parts.add(sum.apply(span(key, version, end)));
            }
        });
        parts.removeIf(WindowSum::isEmpty);
        return parts.size() == 1 ? parts.get(0) : merged(parts);
    }

    /** The start of the first base window in [from, to) into which a row of any version fell. */
    Optional<Instant> firstRows(Instant from, Instant to) {
        Optional<Instant> first = Optional.empty();
        for (String version : versions.keySet()) {
            Optional<Instant> found =
                    firstRows(new Span(model, version, WindowKey.WHOLE, from.toEpochMilli(), to.toEpochMilli()));
            first = first.filter(it -> found.isEmpty() || it.isBefore(found.get()))
                    .or(() -> found);
        }
        return first;
    }

    /** The start of the last base window in [from, to) into which rows of a version fell, or of any for all of them. */
    Optional<Instant> lastRows(String version, Instant from, Instant to) {
        return (version.equals(WindowKey.ALL_VERSIONS) ? versions.keySet() : Set.of(version))
                .stream()
                        .map(one -> new Span(model, one, WindowKey.WHOLE, from.toEpochMilli(), to.toEpochMilli()))
                        .flatMap(span -> lastRows(span).stream())
                        .max(Instant::compareTo);
    }

    /** What of a model may have been reported: of each version, and of all together, the whole and the segments with rows. */
    Map<String, NavigableSet<String>> reported(KnownModel model) {
        Map<String, NavigableSet<String>> segments = new TreeMap<>();
        for (List<String> texts :
                new TimedKeys(store, Tables.PARTIALS, 3, model.definition().name()).texts()) {
            segments.computeIfAbsent(texts.get(1), unused -> new TreeSet<>()).add(texts.get(2));
        }
        NavigableSet<String> ofAny = new TreeSet<>(Set.of(WindowKey.WHOLE));
        segments.values().forEach(ofAny::addAll);
        segments.put(WindowKey.ALL_VERSIONS, ofAny);
        return segments;
    }

    private WindowSum sum(Span span) {
        return latest.filter(it -> it.span().equals(span))
                .orElseGet(() -> remember(span))
                .sum();
    }

    /** The reporter asks for a version and for all versions of a window one after the other. */
    private Latest remember(Span span) {
        Latest made = new Latest(span, read(span));
        latest = Optional.of(made);
        return made;
    }

    private WindowSum past(Span span) {
        return cache.past(span).orElseGet(() -> {
            WindowSum sum = read(span);
            cache.keepPast(span, sum);
            return sum;
        });
    }

    private WindowSum read(Span span) {
        Settled beginning = beginning(span);
        WindowSum sum = merged(List.of(beginning.sum()));
        add(span, beginning.upTo(), span.end(), sum);
        return sum;
    }

    /** What of a window need not be read: all before the first base window in it that changes, which may change again. */
    private Settled beginning(Span span) {
        Settled known = cache.settled(span);
        Optional<Long> next =
                Optional.ofNullable(changing.ceiling(known.upTo())).filter(start -> start < span.end());
        if (next.isEmpty() || next.get() == known.upTo()) {
            return known;
        }
        WindowSum longer = merged(List.of(known.sum()));
        add(span, known.upTo(), next.get(), longer);
        Settled settled = new Settled(longer, next.get());
        cache.settle(span, settled);
        return settled;
    }

    private void add(Span span, long from, long to, WindowSum sum) {
        Blocks blocks = new Blocks(span.start(), span.end(), zone);
        store.scan(Tables.PARTIALS, key(span, from), key(span, to), (at, bytes) -> {
            long start = PartialKey.start(at);
            sum.add(start, blocks.of(start), cache.read(at, bytes));
            return true;
        });
    }

    private Optional<Instant> firstRows(Span span) {
        List<Instant> found = new ArrayList<>(1);
        store.scan(Tables.PARTIALS, key(span, span.start()), key(span, span.end()), (at, bytes) -> {
            found.add(Instant.ofEpochMilli(PartialKey.start(at)));
            return false;
        });
        return found.stream().findFirst();
    }

    private Optional<Instant> lastRows(Span span) {
        long[] last = {Long.MIN_VALUE};
        store.scan(Tables.PARTIALS, key(span, span.start()), key(span, span.end()), (at, bytes) -> {
            last[0] = PartialKey.start(at);
            return true;
        });
        return last[0] == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last[0]));
    }

    private static WindowSum merged(List<WindowSum> parts) {
        WindowSum sum = new WindowSum();
        parts.forEach(sum::merge);
        return sum;
    }

    private static Span span(WindowKey key, String version, Instant end) {
        return new Span(key.model(), version, key.segment(), key.start().toEpochMilli(), end.toEpochMilli());
    }

    private static byte[] key(Span span, long at) {
        return Keys.of(span.model(), span.version(), span.segment()).number(at).bytes();
    }

    private record Latest(Span span, WindowSum sum) {}
}
