package io.leeway.catalog;

/**
 * What may be kept of what senders say, where nothing else is said.
 *
 * @param keep of the values of every feature that does not say so itself
 * @param ids of the ids of predictions; never {@link Keep#NONE}, since without its id a prediction meets no label
 */
public record Privacy(Keep keep, Keep ids) {
    public static Privacy withDefaults() {
        return new Privacy(Keep.VALUE, Keep.VALUE);
    }
}
