package io.leeway.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first record of a CSV body: what each column is. */
final class CsvHeader {
    private final List<Column> columns;

    private CsvHeader(List<Column> columns) {
        this.columns = columns;
    }

    static CsvHeader of(List<String> names) {
        return new CsvHeader(names.stream().map(CsvHeader::column).toList());
    }

    /** What is wrong with the first line of a body, if it cannot be a header. */
    static Optional<String> problem(List<String> names) {
        boolean otherSeparator =
                names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"));
        return otherSeparator
                ? Optional.of("The columns must be separated by commas, with a point as the decimal mark.")
                : repeated(names).map(name -> "Two columns are named " + name + ": give each a name of its own.");
    }

    private static Optional<String> repeated(List<String> names) {
        Set<String> seen = new HashSet<>();
        return names.stream().filter(name -> !name.isEmpty() && !seen.add(name)).findFirst();
    }

    int size() {
        return columns.size();
    }

    /** Hands a cell to the rows, as what its column is. */
    void put(int index, Cell cell, Rows<?> rows) {
        Column column = columns.get(index);
        if (column.field().isPresent() && rows.knows(column.field().get())) {
            rows.field(column.field().get(), cell);
        } else if (column.field().isEmpty() && rows.knows(Field.FEATURES)) {
            rows.entry(Field.FEATURES, column.name(), cell);
        } else {
            rows.unknown();
        }
    }

    private static Column column(String name) {
        boolean nested = name.equals(Field.FEATURES.text()) || name.equals(Field.SCORES.text());
        return new Column(nested ? Optional.empty() : Field.of(name), name);
    }

    /** @param field empty: a feature */
    private record Column(Optional<Field> field, String name) {}
}
