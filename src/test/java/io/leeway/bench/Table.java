package io.leeway.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures with a title, to be read by people and by programs. */
public final class Table {
    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Adds a row; numbers are rounded to what can be trusted of them. */
    public void add(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::text).toList());
    }

    public String markdown() {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(columns);
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        String rule = Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("-|-", "|-", "-|\n"));
        return "### " + title + "\n\n" + line(columns, widths) + rule
                + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    JsonObject json() {
        JsonArray objects = new JsonArray();
        for (List<String> row : rows) {
            JsonObject object = new JsonObject();
            IntStream.range(0, columns.size()).forEach(i -> object.put(columns.get(i), row.get(i)));
            objects.add(object);
        }
        return JsonObject.of("title", title, "rows", objects);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(
                        i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String text(Object cell) {
        if (cell instanceof Double number) {
            return number >= 1_000 ? String.format(Locale.ROOT, "%,.0f", number) : rounded(number);
        }
        return cell instanceof Long number ? String.format(Locale.ROOT, "%,d", number) : String.valueOf(cell);
    }

    private static String rounded(double number) {
        return String.format(
                Locale.ROOT, Math.abs(number) >= 100 ? "%.0f" : Math.abs(number) >= 10 ? "%.1f" : "%.2f", number);
    }
}
