package io.leeway.yaml;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Files with problems: all of them. The message has one on each line. */
public final class InvalidYamlException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<YamlProblem> problems;

    public InvalidYamlException(List<YamlProblem> problems) {
        super(problems.stream().map(YamlProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<YamlProblem> problems() {
        return problems;
    }
}
