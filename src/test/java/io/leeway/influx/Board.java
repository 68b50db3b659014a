package io.leeway.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** A dashboard as Grafana reads it. JSON is YAML, which saves a second parser. */
final class Board {
    private final Path file;
    private final String text;
    private final Map<String, Object> json;

    private Board(Path file, String text) {
        this.file = file;
        this.text = text;
        this.json = new Yaml().load(text);
    }

    static List<Board> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("dashboards"))) {
            List<Board> boards = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                boards.add(new Board(file, Files.readString(file, UTF_8)));
            }
            return boards;
        }
    }

    String uid() {
        return text(json, "uid");
    }

    /** The whole file. */
    String text() {
        return text;
    }

    /** Panels, those inside rows too. */
    List<Map<String, Object>> panels() {
        List<Map<String, Object>> panels = new ArrayList<>();
        for (Map<String, Object> panel : list(json, "panels")) {
            panels.add(panel);
            panels.addAll(list(panel, "panels"));
        }
        return panels;
    }

    /** Panels that show something. */
    List<Map<String, Object>> pictures() {
        return panels().stream()
                .filter(panel -> !text(panel, "type").equals("row"))
                .toList();
    }

    List<Variable> variables() {
        return list(map(json, "templating"), "list").stream().map(Variable::new).toList();
    }

    List<Map<String, Object>> annotations() {
        return list(map(json, "annotations"), "list");
    }

    /** The queries of panels and annotations, each with where it stands. */
    List<Asked> queries() {
        List<Asked> queries = new ArrayList<>();
        for (Map<String, Object> panel : pictures()) {
            list(panel, "targets").forEach(target -> queries.add(asked(text(panel, "title"), target)));
        }
        for (Map<String, Object> annotation : annotations()) {
            queries.add(asked("annotation " + text(annotation, "name"), map(annotation, "target")));
        }
        return queries;
    }

    @Override
    public String toString() {
        return file.toString();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> object, String key) {
        return (Map<String, Object>) object.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> object, String key) {
        return (List<Map<String, Object>>) object.getOrDefault(key, List.of());
    }

    static String text(Map<String, Object> object, String key) {
        return String.valueOf(object.getOrDefault(key, ""));
    }

    static int number(Map<String, Object> object, String key) {
        return ((Number) object.getOrDefault(key, -1)).intValue();
    }

    private Asked asked(String where, Map<String, Object> target) {
        return new Asked(this, where + " " + text(target, "refId"), text(target, "query"));
    }

    /** A query and where it stands. */
    record Asked(Board board, String where, String query) {
        @Override
        public String toString() {
            return board + ": " + where;
        }
    }

    /** A variable of a board. */
    record Variable(Map<String, Object> json) {
        String name() {
            return text(json, "name");
        }

        /** Whether its values are asked for. */
        boolean isQuery() {
            return text(json, "type").equals("query");
        }

        String query() {
            return text(json, "query");
        }

        boolean multi() {
            return Boolean.TRUE.equals(json.get("multi"));
        }

        /** What "All" stands for; empty where there is no such choice. */
        String allValue() {
            return text(json, "allValue");
        }

        /** The value shown first; empty: the first there is. */
        String initial() {
            return multi() ? "" : text(map(json, "current"), "value");
        }
    }
}
