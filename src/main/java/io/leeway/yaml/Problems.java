package io.leeway.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Gathers the problems of some files. Not safe for threads. */
public final class Problems {
    /** Sections are read more than once; what is wrong with them is told once. */
    private final Set<YamlProblem> all = new LinkedHashSet<>();

    void add(String file, Mark mark, String sentence) {
        all.add(new YamlProblem(file, mark.getLine() + 1, mark.getColumn() + 1, sentence));
    }

    void add(String file, Node node, String sentence) {
        add(file, node.getStartMark(), sentence);
    }

    /** A problem some characters inside a text. */
    void add(String file, ScalarNode node, int offset, String sentence) {
        int quote = node.isPlain() ? 0 : 1;
        Mark mark = node.getStartMark();
        all.add(new YamlProblem(file, mark.getLine() + 1, mark.getColumn() + 1 + quote + offset, sentence));
    }

    /** A problem of a file that is not there. */
    void addMissing(String file, String sentence) {
        all.add(new YamlProblem(file, 1, 1, sentence));
    }

    /** Does nothing if there are none. */
    public void throwIfAny() throws InvalidYamlException {
        if (!all.isEmpty()) {
            throw new InvalidYamlException(List.copyOf(all));
        }
    }
}
