package io.leeway.alert;

import java.time.Instant;
import java.util.List;

/** Where the windows are that must be remembered. What it says is as of the last commit. */
public interface Shelf {
    /** None: all windows stay in memory. */
    Shelf NONE = new Shelf() {
        @Override
        public List<Observation> windows(String rule) {
            return List.of();
        }

        @Override
        public List<Observation> windows(String rule, Tags tags, Instant from, Instant to) {
            return List.of();
        }
    };

    /** Those that a rule remembers, in any order. */
    List<Observation> windows(String rule);

    /** Those of them that have these tags and end at {@code from} or later, but before {@code to}. */
    List<Observation> windows(String rule, Tags tags, Instant from, Instant to);
}
