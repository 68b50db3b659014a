package io.leeway.logs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row of a table, by column name. An empty cell is a value that does not exist. */
public record Row(Map<String, String> cells) {
    static Row of(String[] header, String[] values) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
            cells.put(header[i], values[i]);
        }
        return new Row(cells);
    }

    public Set<String> columns() {
        return cells.keySet();
    }

    /** The text of a column that every row has. */
    public String text(String column) {
        return Optional.ofNullable(cells.get(column))
                .orElseThrow(() -> new AssertionError("no column " + column + " in " + cells.keySet()));
    }

    /** The whole number in a column that every row has. */
    public long count(String column) {
        return Long.parseLong(text(column));
    }

    /** The number in a column; NaN for an empty cell and where there is no such column. */
    public double number(String column) {
        String cell = cells.getOrDefault(column, "");
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
