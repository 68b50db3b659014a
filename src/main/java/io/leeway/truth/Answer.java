package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Decision;
import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.Categories;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import java.util.Optional;

/** What a model answered, or what turned out to be true: a number or a text. */
public sealed interface Answer {
    /** As a category: 1, 1.0 and "1" are one. */
    String category();

    /** As a number; NaN for a text. */
    double number();

    /** The answer in a row of a column; empty where the row holds none. */
    static Optional<Answer> at(ValueColumn column, int row) {
        return switch (column.kind(row)) {
            case NUMBER -> Optional.of(new Amount(column.number(row)));
            case TEXT -> Optional.of(new Name(column.texts().get(column.code(row))));
            case MISSING, OTHER -> Optional.empty();
        };
    }

    /** What the model answered in a row: as logged, else, in a binary task, by its score. */
    static Optional<Answer> predicted(Batch batch, int row, Model model) {
        return at(batch.predictions(), row).or(() -> byScore(batch, row, model));
    }

    private static Optional<Answer> byScore(Batch batch, int row, Model model) {
        boolean decidable = model.task().filter(Task.BINARY::equals).isPresent()
                && batch.score().kind(row) == ValueKind.NUMBER;
        return decidable ? Optional.of(new Name(Decision.byScore(batch.score().number(row), model))) : Optional.empty();
    }

    default void write(ByteWriter out) {
        if (this instanceof Name name) {
            out.flag(true).text(name.category());
        } else {
            out.flag(false).number(number());
        }
    }

    static Answer read(ByteReader in) {
        return in.flag() ? new Name(in.text()) : new Amount(in.number());
    }

    /** A number. */
    record Amount(double number) implements Answer {
        @Override
        public String category() {
            return Categories.of(number);
        }
    }

    /** A text. */
    record Name(String category) implements Answer {
        @Override
        public double number() {
            return Double.NaN;
        }
    }
}
