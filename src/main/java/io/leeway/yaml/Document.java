package io.leeway.yaml;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the one mapping a file consists of. */
public final class Document {
    private static final String ONLY_PLAIN = "anchors, aliases and tags are not read here; write the value out";
    private static final int BYTES = 1 << 20;
    private static final int DEPTH = 30;

    private Document() {}

    /** The file's mapping, if it can be read at all. */
    public static Optional<Section> read(YamlFile file, Problems problems) {
        try {
            return plain(file, problems) ? mapping(file, problems) : Optional.empty();
        } catch (MarkedYAMLException e) {
            problems.add(file.name(), e.getProblemMark(), "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(file.name(), beginning(file), "this is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static boolean plain(YamlFile file, Problems problems) {
        boolean plain = true;
        for (Event event : yaml().parse(new StringReader(file.text()))) {
            if (special(event)) {
                problems.add(file.name(), event.getStartMark(), ONLY_PLAIN);
                plain = false;
            }
        }
        return plain;
    }

    private static boolean special(Event event) {
        return event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor() != null)
                || (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
    }

    private static Optional<Section> mapping(YamlFile file, Problems problems) {
        Node root = yaml().compose(new StringReader(file.text()));
        if (root instanceof MappingNode mapping) {
            return Optional.of(new Section(file.name(), mapping, problems));
        }
        problems.add(file.name(), beginning(file), "the file must begin with keys, such as version: 1");
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(BYTES);
        options.setNestingDepthLimit(DEPTH);
        return new Yaml(options);
    }

    private static Mark beginning(YamlFile file) {
        return new Mark(file.name(), 0, 0, 0, new int[0], 0);
    }
}
