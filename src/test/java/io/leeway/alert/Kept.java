package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what a book says must be remembered. */
final class Kept implements Shelf {
    private final Map<String, Retention.Keep> windows = new TreeMap<>();
    private final Map<String, Retention.Rebase> bases = new TreeMap<>();
    private final Map<String, Retention.Stand> heads = new TreeMap<>();
    private final Map<String, String> judged = new TreeMap<>();
    private final Map<String, Incident> incidents = new TreeMap<>();
    private int asked;

    void add(IncidentBook.Outcome outcome) {
        outcome.memory().forEach(this::add);
        outcome.incidents().forEach(change -> incidents.put(change.incident().id(), change.incident()));
    }

    void add(Retention change) {
        if (change instanceof Retention.Keep keep) {
            windows.put(key(keep.rule(), keep.window().tags(), keep.window().end()), keep);
        } else if (change instanceof Retention.Forget forget) {
            assertThat(windows.remove(key(forget.rule(), forget.tags(), forget.end())))
                    .isNotNull();
        } else if (change instanceof Retention.Rebase rebase) {
            bases.put(rebase.rule() + rebase.instance(), rebase);
        } else if (change instanceof Retention.Stand stand) {
            heads.put(stand.rule() + stand.instance(), stand);
        } else if (change instanceof Retention.Judged rule) {
            heads.values().removeIf(stand -> stand.rule().equals(rule.rule()));
            bases.values().removeIf(base -> base.rule().equals(rule.rule()));
            judged.put(rule.rule(), rule.words());
        } else if (change instanceof Retention.Unjudged gone) {
            heads.values().removeIf(stand -> stand.rule().equals(gone.rule()));
            assertThat(judged.remove(gone.rule())).isNotNull();
        }
    }

    /** Forgets all of a model but its incidents. */
    void erase(String model) {
        windows.values().removeIf(keep -> keep.window().tags().get("model").equals(model));
        bases.values().removeIf(base -> base.instance().get("model").equals(model));
        heads.values().removeIf(stand -> stand.instance().get("model").equals(model));
    }

    /** The book as after a restart. */
    IncidentBook reopened(Rule... rules) {
        IncidentBook book = IncidentBook.reopened(List.of(rules), memory());
        book.settle().forEach(this::add);
        return book;
    }

    IncidentBook.Memory memory() {
        return new IncidentBook.Memory(
                this,
                judged,
                List.copyOf(heads.values()),
                List.copyOf(bases.values()),
                List.copyOf(incidents.values()));
    }

    int size() {
        return windows.size();
    }

    /** How often windows were looked for. */
    int asked() {
        return asked;
    }

    @Override
    public List<Observation> windows(String rule) {
        asked++;
        return windows.values().stream()
                .filter(keep -> keep.rule().equals(rule))
                .map(Retention.Keep::window)
                .toList();
    }

    @Override
    public List<Observation> windows(String rule, Tags tags, Instant from, Instant to) {
        return windows(rule).stream()
                .filter(window -> window.tags().equals(tags))
                .filter(window -> !window.end().isBefore(from) && window.end().isBefore(to))
                .toList();
    }

    private static String key(String rule, Tags tags, Instant end) {
        return rule + tags + "@" + end;
    }
}
