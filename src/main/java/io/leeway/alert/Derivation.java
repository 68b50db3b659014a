package io.leeway.alert;

import java.util.List;
import java.util.Set;

/** What a rule works out for each window from the windows before it, beside the figures the window has itself. */
public sealed interface Derivation permits Derivation.None, BurnRate {
    /** Nothing: every window speaks for itself. */
    Derivation NONE = new None();

    /** The figures it reads. */
    Set<String> figures();

    /** The figures it works out. */
    Set<String> names();

    /** How many windows one window's figures may depend on, itself included. */
    int reach();

    /** The same windows with the figures worked out; one that cannot be worked out is absent. */
    List<Observation> of(List<Observation> windows);

    /** Works out nothing. */
    record None() implements Derivation {
        @Override
        public Set<String> figures() {
            return Set.of();
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public int reach() {
            return 1;
        }

        @Override
        public List<Observation> of(List<Observation> windows) {
            return windows;
        }
    }
}
