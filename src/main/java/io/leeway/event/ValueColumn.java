package io.leeway.event;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The values of one feature (or of the prediction, or the label) in the rows of a batch, each of its own
 * {@link ValueKind}: what was logged, not what the model's settings would have liked. Immutable.
 */
public final class ValueColumn {
    /** Stands where the kind of all rows would: each has its own. */
    private static final int MIXED = 255;

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
        return kinds[row] == ValueKind.NUMBER_CODE ? numbers[row] : Double.NaN;
    }

    /** The code of the text in a row of kind {@link ValueKind#TEXT}, an index into {@link #texts}; elsewhere -1. */
    public int code(int row) {
        return kinds[row] == ValueKind.TEXT_CODE ? codes[row] : -1;
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

    /** Rows that are all of one kind, as those of most columns are, name it once. */
    void write(ByteWriter out) {
        out.text(name).count(texts.size());
        texts.forEach(out::text);
        if (alike()) {
            out.octet(kinds[0]);
        } else {
            out.octet(MIXED).raw(kinds, 0, kinds.length);
        }
        for (int row = 0; row < kinds.length; row++) {
            if (kinds[row] == ValueKind.NUMBER_CODE) {
                out.number(numbers[row]);
            } else if (kinds[row] == ValueKind.TEXT_CODE) {
                out.count(codes[row]);
            }
        }
    }

    static ValueColumn read(ByteReader in, int rows) {
        String name = in.text();
        String[] texts = new String[in.length()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.text();
        }
        byte[] kinds = kinds(in, rows);
        double[] numbers = new double[holds(kinds, ValueKind.NUMBER) ? rows : 0];
        int[] codes = new int[holds(kinds, ValueKind.TEXT) ? rows : 0];
        for (int row = 0; row < rows; row++) {
            if (ValueKind.of(kinds[row]) == ValueKind.NUMBER) {
                numbers[row] = finite(in.number());
            } else if (ValueKind.of(kinds[row]) == ValueKind.TEXT) {
                codes[row] = in.index(texts.length);
            }
        }
        return new ValueColumn(name, kinds, numbers, codes, List.of(texts));
    }

    private boolean alike() {
        int row = 0;
        while (row < kinds.length && kinds[row] == kinds[0]) {
            row++;
        }
        return row > 0 && row == kinds.length;
    }

    private static byte[] kinds(ByteReader in, int rows) {
        int kind = in.octet();
        if (kind == MIXED) {
            return in.raw(rows);
        }
        byte[] kinds = new byte[rows];
        Arrays.fill(kinds, ValueKind.of(kind).code());
        return kinds;
    }

    private static boolean holds(byte[] kinds, ValueKind kind) {
        int row = 0;
        while (row < kinds.length && kinds[row] != kind.code()) {
            row++;
        }
        return row < kinds.length;
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new MalformedBytesException("a number that is none");
        }
        return number;
    }
}
