package io.leeway.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link ValueColumn} in the making. A row never set is missing; setting a row again replaces it. */
final class ValueColumnBuilder {
    private final String name;
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final RecentCodes recent = new RecentCodes();
    private final List<String> texts = new ArrayList<>();
    private byte[] kinds = new byte[16];
    private double[] numbers = new double[0];
    private int[] codes = new int[0];

    ValueColumnBuilder(String name) {
        this.name = Texts.wellFormed(name);
    }

    String name() {
        return name;
    }

    /** Of a row that holds a number. */
    double number(int row) {
        return numbers[row];
    }

    void number(int row, double value) {
        if (Double.isNaN(value)) {
            clear(row);
        } else if (Double.isInfinite(value)) {
            other(row);
        } else {
            set(row, ValueKind.NUMBER);
            if (numbers.length <= row) {
                numbers = Arrays.copyOf(numbers, kinds.length);
            }
            numbers[row] = value;
        }
    }

    void text(int row, String value) {
        code(row, code(value));
    }

    /** A text that stands in an array: one that came a short while ago costs no object. */
    void text(int row, char[] chars, int from, int length) {
        int code = recent.of(chars, from, length);
        if (code == RecentCodes.UNKNOWN) {
            String value = new String(chars, from, length);
            code = newCode(Texts.wellFormed(Categories.of(value)));
            recent.put(value, code);
        }
        code(row, code);
    }

    private void code(int row, int code) {
        set(row, ValueKind.TEXT);
        if (codes.length <= row) {
            codes = Arrays.copyOf(codes, kinds.length);
        }
        codes[row] = code;
    }

    private int code(String value) {
        Integer known = codeOf.get(value);
        return known == null ? newCode(Texts.wellFormed(Categories.of(value))) : known;
    }

    /** The code of a text that is probably new: one look at the map. */
    private int newCode(String text) {
        Integer known = codeOf.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    void other(int row) {
        set(row, ValueKind.OTHER);
    }

    void clear(int row) {
        if (row < kinds.length) {
            kinds[row] = 0;
        }
    }

    void copy(int row, ValueColumn source, int sourceRow) {
        switch (source.kind(sourceRow)) {
            case NUMBER -> number(row, source.number(sourceRow));
            case TEXT -> text(row, source.texts().get(source.code(sourceRow)));
            case OTHER -> other(row);
            case MISSING -> clear(row);
        }
    }

    boolean present(int row) {
        return row < kinds.length && kinds[row] != 0;
    }

    ValueColumn build(int rows) {
        double[] exactNumbers = numbers.length == 0 ? numbers : Arrays.copyOf(numbers, rows);
        int[] exactCodes = codes.length == 0 ? codes : Arrays.copyOf(codes, rows);
        return new ValueColumn(name, Arrays.copyOf(kinds, rows), exactNumbers, exactCodes, texts);
    }

    private void set(int row, ValueKind kind) {
        if (kinds.length <= row) {
            kinds = Arrays.copyOf(kinds, Math.max(kinds.length * 2, row + 1));
        }
        kinds[row] = kind.code();
    }
}
