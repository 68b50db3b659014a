package io.leeway.memory;

/** Up to when entries have expired; epoch milliseconds. */
public interface Horizons {
    /** Nothing has expired. */
    Horizons NONE = new Horizons() {
        @Override
        public long of(long model) {
            return Long.MIN_VALUE;
        }

        @Override
        public long latest() {
            return Long.MIN_VALUE;
        }
    };

    /** Entries of the model with this number that arrived before are to be dropped. */
    long of(long model);

    /** Whether there is no model with this number any more, so that nothing of it is to stay. */
    default boolean gone(long model) {
        return false;
    }

    /** The latest of all: what arrived from there on has not expired, of whatever model it is that is there. */
    long latest();
}
