package io.leeway.yaml;

import io.leeway.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a file. What is of the wrong shape is told as a problem and then taken for absent. */
public final class Section {
    private final String file;
    private final MappingNode node;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    Section(String file, MappingNode node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        node.getValue().forEach(this::enter);
    }

    private void enter(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            problems.add(file, entry.getKeyNode(), "a key must be a plain text");
        } else if (values.put(key.getValue(), entry.getValueNode()) != null) {
            problems.add(file, key, key.getValue() + " is there twice");
        } else {
            keys.put(key.getValue(), key);
        }
    }

    /** Tells every key that is not one of these. */
    public void only(String... known) {
        keys.forEach((key, place) -> {
            if (!List.of(known).contains(key)) {
                problems.add(file, place, key + " is not known here; " + Suggestion.sentence(key, List.of(known)));
            }
        });
    }

    public Set<String> keys() {
        return keys.keySet();
    }

    /** Where it begins: {@code file:line:column}. */
    public String place() {
        return file + ":" + (node.getStartMark().getLine() + 1) + ":"
                + (node.getStartMark().getColumn() + 1);
    }

    /** Tells a problem with this mapping as a whole. */
    public void problem(String sentence) {
        problems.add(file, node, sentence);
    }

    /** Tells a problem with a key, or with the whole where the key is missing. */
    public void problem(String key, String sentence) {
        problems.add(file, keys.getOrDefault(key, node), sentence);
    }

    /** A single value that may be absent. */
    public Optional<Text> text(String key) {
        Node value = values.get(key);
        if (value == null || value instanceof ScalarNode) {
            return value == null ? Optional.empty() : Optional.of(text(value));
        }
        problems.add(file, value, key + " must be a single value");
        return Optional.empty();
    }

    /** A single value that must be there and not be empty. */
    public Optional<Text> needed(String key) {
        Optional<Text> text = text(key);
        if (!keys.containsKey(key)) {
            problem(key + " is missing here");
        } else if (text.isPresent() && text.get().value().isBlank()) {
            text.get().problem(key + " is empty");
            return Optional.empty();
        }
        return text;
    }

    /** A mapping that may be absent. */
    public Optional<Section> section(String key) {
        Node value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        return section(key, value);
    }

    /** Whether a key holds a mapping. */
    public boolean isSection(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** A list of mappings; a mapping alone stands for a list of one. */
    public List<Section> sections(String key) {
        List<Section> all = new ArrayList<>();
        nodes(key).forEach(each -> section(key, each).ifPresent(all::add));
        return all;
    }

    /** A list of single values; a value alone stands for a list of one. */
    public List<Text> texts(String key) {
        List<Text> all = new ArrayList<>();
        for (Node each : nodes(key)) {
            if (each instanceof ScalarNode) {
                all.add(text(each));
            } else {
                problems.add(file, each, key + " must be a list of single values");
            }
        }
        return all;
    }

    private Collection<Node> nodes(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof SequenceNode list ? list.getValue() : List.of(value);
    }

    private Optional<Section> section(String key, Node value) {
        if (value instanceof MappingNode mapping) {
            return Optional.of(new Section(file, mapping, problems));
        }
        problems.add(file, value, key + " must be a mapping of keys to values");
        return Optional.empty();
    }

    private Text text(Node value) {
        return new Text(file, (ScalarNode) value, problems);
    }
}
