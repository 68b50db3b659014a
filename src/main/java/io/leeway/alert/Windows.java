package io.leeway.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The windows of one instance that are kept. Those that are old stay on the shelf until one of them is needed. Not safe for
 * threads.
 */
final class Windows {
    private final String rule;
    private final Shelf shelf;
    private final NavigableMap<Instant, Observation> here = new TreeMap<>();
    private final Set<Tags> tags = new LinkedHashSet<>();
    /** All that end then or later are here. */
    private Instant from = Instant.MIN;

    Windows(String rule, Shelf shelf) {
        this.rule = rule;
        this.shelf = shelf;
    }

    /** They are all on the shelf, with these tags. */
    void leave(List<Tags> known) {
        tags.addAll(known);
        from = Instant.MAX;
    }

    /** Those that end before an instant are on the shelf. */
    void release(Instant end) {
        if (!shelf.equals(Shelf.NONE) && end.isAfter(from)) {
            here.headMap(end, false).clear();
            from = end;
        }
    }

    void put(Observation window) {
        here.put(window.end(), window);
        tags.add(window.tags());
    }

    void remove(Instant end) {
        here.remove(end);
    }

    Optional<Observation> at(Instant end) {
        fetch(end);
        return Optional.ofNullable(here.get(end));
    }

    /** All of them, oldest first. */
    List<Observation> all() {
        return since(Instant.MIN);
    }

    /** Those that end at an instant or later, oldest first. */
    List<Observation> since(Instant end) {
        fetch(end);
        return List.copyOf(here.tailMap(end, true).values());
    }

    /** The newest of those that are here, at most so many, oldest first. */
    List<Observation> newest(int most) {
        List<Observation> newest = new ArrayList<>(
                here.descendingMap().values().stream().limit(most).toList());
        Collections.reverse(newest);
        return newest;
    }

    /** All that its windows have had. */
    List<Tags> tags() {
        return List.copyOf(tags);
    }

    /** The copy that other windows share, if there is one. */
    Tags shared(Tags equal) {
        return tags.stream().filter(equal::equals).findFirst().orElse(equal);
    }

    private void fetch(Instant end) {
        if (end.isBefore(from)) {
            for (Tags each : tags) {
                shelf.windows(rule, each, end, from)
                        .forEach(window -> here.putIfAbsent(window.end(), window.sharing(each)));
            }
            from = end;
        }
    }
}
