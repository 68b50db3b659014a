package io.leeway.alert;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Named labels, sorted by name: those of a window, of an instance of a rule, or of an incident. */
public record Tags(Map<String, String> values) implements Comparable<Tags> {
    public Tags {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The value of a tag, or an empty text. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Only the tags named; one that is not there is left out. */
    public Tags only(List<String> names) {
        return new Tags(values.entrySet().stream()
                .filter(tag -> names.contains(tag.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The values of all tags that are not in {@code others}: what tells a member of a group from the other members. */
    public String beside(Tags others) {
        return values.entrySet().stream()
                .filter(tag -> !others.values().containsKey(tag.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    @Override
    public int compareTo(Tags other) {
        Iterator<Map.Entry<String, String>> mine = values.entrySet().iterator();
        Iterator<Map.Entry<String, String>> theirs = other.values.entrySet().iterator();
        int order = 0;
        while (order == 0 && mine.hasNext() && theirs.hasNext()) {
            order = compare(mine.next(), theirs.next());
        }
        return order != 0 ? order : Integer.compare(values.size(), other.values.size());
    }

    private static int compare(Map.Entry<String, String> one, Map.Entry<String, String> other) {
        int names = one.getKey().compareTo(other.getKey());
        return names != 0 ? names : one.getValue().compareTo(other.getValue());
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
