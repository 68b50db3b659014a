package io.leeway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.Program;
import io.leeway.alert.Tags;
import io.leeway.text.NamePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees and labels lead where {@code amtool config routes test} says that they lead. */
class RoutesLikeAlertmanagerTest {
    private static final List<String> LABELS = List.of("owner", "level", "model");
    private static final List<String> VALUES = List.of("x", "xy", "y", "yx");
    private static final List<String> PATTERNS = List.of("x", "y", "x*", "*y", "*", "~x|yx", "~.y?");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void randomTreesLeadToTheSameReceivers() throws IOException, InterruptedException {
        Program amtool = Program.find("amtool");
        for (int seed = 0; seed < Effort.times(60); seed++) {
            Random random = new Random(seed);
            Tree tree = new Tree(random);
            Route route = tree.node(0);
            Map<String, String> labels = labels(random);
            List<String> ours = Destination.of(route, new Tags(labels)).stream()
                    .map(Destination::receiver)
                    .toList();
            assertThat(amtool(amtool, tree, route, labels))
                    .as("seed %d: %s for %s", seed, route, labels)
                    .isEqualTo(ours);
        }
    }

    private List<String> amtool(Program amtool, Tree tree, Route route, Map<String, String> labels)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("alertmanager.yml"), tree.file(route));
        List<String> arguments = new ArrayList<>(List.of("config", "routes", "test", "--config.file=" + file));
        labels.forEach((label, value) -> arguments.add(label + "=" + value));
        Program.Result result = amtool.run(arguments);
        assertThat(result.code()).as(result.output()).isZero();
        String[] lines = result.output().split("\n");
        return List.of(lines[lines.length - 1].split(","));
    }

    private static Map<String, String> labels(Random random) {
        Map<String, String> labels = new TreeMap<>();
        LABELS.stream()
                .filter(label -> random.nextInt(4) > 0)
                .forEach(label -> labels.put(label, VALUES.get(random.nextInt(VALUES.size()))));
        return labels;
    }

    /** Makes trees, every node with a receiver of its own, and writes them as Alertmanager reads them. */
    private static final class Tree {
        private final Random random;
        private int receivers;

        Tree(Random random) {
            this.random = random;
        }

        Route node(int depth) {
            Policy policy = new Policy(Optional.of("r" + receivers++), Pace.AT_ONCE, Optional.empty(), List.of());
            List<Matcher> match = depth == 0
                    ? List.of()
                    : IntStream.rangeClosed(0, random.nextInt(2))
                            .mapToObj(i -> matcher(LABELS.get(random.nextInt(LABELS.size()))))
                            .toList();
            List<Route> below = IntStream.range(0, depth > 3 ? 0 : random.nextInt(depth == 0 ? 6 : 3))
                    .mapToObj(i -> node(depth + 1))
                    .toList();
            return new Route(match, depth > 0 && random.nextInt(3) == 0, policy, below);
        }

        private Matcher matcher(String label) {
            return new Matcher(
                    label,
                    IntStream.rangeClosed(0, random.nextInt(2))
                            .mapToObj(i -> new NamePattern(PATTERNS.get(random.nextInt(PATTERNS.size()))))
                            .toList());
        }

        String file(Route root) {
            StringBuilder text = new StringBuilder("route:\n");
            write(root, "  ", text);
            text.append("receivers:\n");
            IntStream.range(0, receivers)
                    .forEach(i -> text.append("  - name: r").append(i).append('\n'));
            return text.toString();
        }

        private static void write(Route route, String indent, StringBuilder text) {
            text.append(indent)
                    .append("receiver: ")
                    .append(route.policy().to().orElseThrow())
                    .append('\n');
            text.append(indent).append("continue: ").append(route.goesOn()).append('\n');
            String matchers = route.match().stream().map(Tree::matcher).collect(Collectors.joining(", "));
            text.append(matchers.isEmpty() ? "" : indent + "matchers: [" + matchers + "]\n");
            text.append(route.routes().isEmpty() ? "" : indent + "routes:\n");
            route.routes().forEach(below -> {
                text.append(indent).append("  -\n");
                write(below, indent + "    ", text);
            });
        }

        private static String matcher(Matcher matcher) {
            String any = matcher.any().stream().map(Tree::expression).collect(Collectors.joining("|"));
            return "'" + matcher.label() + "=~\"" + any + "\"'";
        }

        private static String expression(NamePattern pattern) {
            String written = pattern.written();
            return written.startsWith("~") ? "(" + written.substring(1) + ")" : written.replace("*", ".*");
        }
    }
}
