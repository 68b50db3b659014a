package io.leeway.event;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.List;
import java.util.Optional;

/**
 * The values of one feature (or of the prediction, or the label) in the rows of a batch, each of its own
 * {@link ValueKind}: what was logged, not what the model's settings would have liked. Immutable.
 */
public final class ValueColumn {
    private final String name;
    private final byte[] kinds;
    private final double[] numbers;
    private final int[] codes;
    private final List<String> texts;

    ValueColumn(String name, byte[] kinds, double[] numbers, int[] codes, List<String> texts) {
        this.name = name;
        this.kinds = kinds;
        this.numbers = numbers;
        this.codes = codes;
        this.texts = List.copyOf(texts);
    }

    public String name() {
        return name;
    }

    public int size() {
        return kinds.length;
    }

    public ValueKind kind(int row) {
        return ValueKind.of(kinds[row]);
    }

    /** The number in a row of kind {@link ValueKind#NUMBER}; elsewhere NaN. */
    public double number(int row) {
        return kind(row) == ValueKind.NUMBER ? numbers[row] : Double.NaN;
    }

    /** The code of the text in a row of kind {@link ValueKind#TEXT}, an index into {@link #texts}; elsewhere -1. */
    public int code(int row) {
        return kind(row) == ValueKind.TEXT ? codes[row] : -1;
    }

    /** The dictionary of this column: distinct texts in the order in which they first came. */
    public List<String> texts() {
        return texts;
    }

    /** The value of a row as a category (see {@link Categories}); empty for a missing value and for {@link ValueKind#OTHER}. */
    public Optional<String> category(int row) {
        return switch (kind(row)) {
            case NUMBER -> Optional.of(Categories.of(numbers[row]));
            case TEXT -> Optional.of(texts.get(codes[row]));
            case MISSING, OTHER -> Optional.empty();
        };
    }

    void write(ByteWriter out) {
        out.text(name).count(texts.size());
        texts.forEach(out::text);
        for (int row = 0; row < kinds.length; row++) {
            out.octet(kinds[row]);
            if (kind(row) == ValueKind.NUMBER) {
                out.number(numbers[row]);
            } else if (kind(row) == ValueKind.TEXT) {
                out.count(codes[row]);
            }
        }
    }

    static ValueColumn read(ByteReader in, int rows) {
        ValueColumnBuilder column = new ValueColumnBuilder(in.text());
        String[] texts = new String[in.length()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        for (int row = 0; row < rows; row++) {
            switch (ValueKind.of(in.octet())) {
                case NUMBER -> column.number(row, in.number());
                case TEXT -> column.text(row, texts[in.index(texts.length)]);
                case OTHER -> column.other(row);
                case MISSING -> {}
            }
        }
        return column.build(rows);
    }
}
