package io.leeway.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The groups of all rules. Not safe for threads. */
final class Groups {
    private final Map<Key, Group> all =
            new TreeMap<>(Comparator.comparing(Key::rule).thenComparing(Key::labels));
    private final Map<String, List<Group>> models = new HashMap<>();
    private final Shelf shelf;

    Groups(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The group of an instance, or of the labels of an incident. */
    Group of(Rule rule, Tags instance) {
        Tags labels = instance.only(rule.incidentPer());
        return all.computeIfAbsent(new Key(rule.name(), labels), key -> {
            Group group = new Group(rule, labels, shelf);
            models.computeIfAbsent(group.model(), model -> new ArrayList<>()).add(group);
            return group;
        });
    }

    Collection<Group> all() {
        return all.values();
    }

    /** Those of some rules. */
    List<Group> of(Collection<String> rules) {
        return all.values().stream()
                .filter(group -> rules.contains(group.rule().name()))
                .toList();
    }

    /** Those of all rules about a model. */
    List<Group> about(String model) {
        return models.getOrDefault(model, List.of());
    }

    /** Forgets those about a model, and returns them. */
    List<Group> forget(String model) {
        List<Group> gone = about(model);
        models.remove(model);
        all.values().removeAll(gone);
        return gone;
    }

    private record Key(String rule, Tags labels) {}
}
