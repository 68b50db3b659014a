package io.leeway.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two lists of reports say differently. Numbers are the same to 1e-12 of their size, which for counts is the same to
 * the last digit; how often a report was revised does not matter, nor what its baseline is called.
 */
final class Differences {
    private static final double TOLERANCE = 1e-12;
    private static final Set<String> IGNORED = Set.of("revision", "id");
    /** What an estimate was worth when its window was reported: that depends on which labels had come by then. */
    private static final Set<String> WORTH = Set.of("coverage", "checked", "trust", "reason");

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    static List<String> between(List<WindowAnswer> some, List<WindowAnswer> others) {
        Differences differences = new Differences();
        differences.compare("", array(some), array(others));
        return differences.found;
    }

    private static JsonArray array(List<WindowAnswer> windows) {
        return new JsonArray(windows.stream().map(WindowAnswer::report).toList());
    }

    private void compare(String path, Object one, Object other) {
        if (one instanceof JsonObject some && other instanceof JsonObject others) {
            compareMembers(path, some, others);
        } else if (one instanceof JsonArray some && other instanceof JsonArray others) {
            compareElements(path, some, others);
        } else if (!same(one, other)) {
            found.add(path + ": " + one + " and " + other);
        }
    }

    private void compareMembers(String path, JsonObject one, JsonObject other) {
        Set<String> names = new TreeSet<>(one.fieldNames());
        names.addAll(other.fieldNames());
        names.removeAll(path.endsWith("/estimated") ? WORTH : IGNORED);
        names.forEach(name -> compare(path + "/" + name, one.getValue(name), other.getValue(name)));
    }

    private void compareElements(String path, JsonArray one, JsonArray other) {
        if (one.size() != other.size()) {
            found.add(path + ": " + one.size() + " and " + other.size() + " elements");
            return;
        }
        for (int i = 0; i < one.size(); i++) {
            compare(path + "/" + i, one.getValue(i), other.getValue(i));
        }
    }

    private static boolean same(Object one, Object other) {
        return (one instanceof Number some && other instanceof Number others)
                ? near(some.doubleValue(), others.doubleValue())
                : Objects.equals(one, other);
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }
}
