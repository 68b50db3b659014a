package io.leeway.app;

import io.leeway.ingest.MissingEntriesException;
import io.leeway.state.StoreException;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 fine, 1 something given to it is invalid, 2 it was called wrongly. */
@Command(
        name = "leeway",
        description =
                "Watches deployed machine-learning models for drift and loss of accuracy, and mails whom it concerns.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            AlertsCommand.class,
            RebuildCommand.class,
            TokenCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((problem, command, parsed) -> {
            String sentence = sentence(cause(problem)).orElseThrow(() -> problem);
            command.getErr().println(sentence);
            return 1;
        });
    }

    /** What is said of a problem that whoever runs the service can do something about. */
    private static Optional<String> sentence(Throwable problem) {
        if (problem instanceof IOException trouble) {
            return Optional.of(FileTrouble.sentence(trouble));
        }
        boolean told = problem instanceof InvalidYamlException
                || problem instanceof StoreException
                || problem instanceof MissingEntriesException;
        return Optional.of(String.valueOf(problem.getMessage())).filter(unused -> told);
    }

    /** A verticle's failure to start comes wrapped. */
    private static Throwable cause(Exception problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }
}
