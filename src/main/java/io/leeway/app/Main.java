package io.leeway.app;

import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 fine, 1 something given to it is invalid, 2 it was called wrongly. */
@Command(
        name = "leeway",
        description =
                "Watches deployed machine-learning models for drift and loss of accuracy, and mails whom it concerns.",
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, DemoCommand.class, CheckCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof IOException trouble) {
                command.getErr().println(FileTrouble.sentence(trouble));
                return 1;
            }
            if (problem instanceof InvalidYamlException) {
                command.getErr().println(problem.getMessage());
                return 1;
            }
            throw problem;
        });
    }
}
