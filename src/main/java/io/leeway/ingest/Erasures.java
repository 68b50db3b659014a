package io.leeway.ingest;

/** How far models have been erased that were to be. */
@FunctionalInterface
public interface Erasures {
    /** Of whoever keeps nothing but the journal. */
    Erasures AT_ONCE = (model, position) -> true;

    /**
     * Whether nothing is left of a model that stands in the way of a new one of its name, and never comes back.
     *
     * @param position of the entry by which it was to be erased
     */
    boolean done(String model, long position);
}
