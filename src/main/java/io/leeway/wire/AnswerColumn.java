package io.leeway.wire;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Where predictions or labels of a batch go: numbers, texts and booleans alike.
 *
 * @param wrong what to say of anything else
 */
record AnswerColumn(DoubleConsumer numbers, Consumer<String> categories, Complaint wrong) {
    /** What labels may be. */
    static final String LABELS =
            "label must be a finite number, a text, a boolean, a list of up to 1,000 relevant items, or an object of"
                    + " what each is worth; all items together have up to 16,384 characters.";

    /** Sets the value of the row in hand; an empty text is none. */
    Optional<Complaint> set(Cell value, Texts texts) {
        numbers.accept(Double.NaN);
        switch (value.kind()) {
            case NUMBER -> numbers.accept(value.number());
            case TEXT -> {
                if (value.length() > 0) {
                    categories.accept(texts.of(value));
                }
            }
            case OTHER -> {
                return Optional.of(wrong);
            }
            case MISSING -> {}
        }
        return Optional.empty();
    }
}
