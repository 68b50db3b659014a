package io.leeway.app;

import picocli.CommandLine.Command;

/** {@code leeway alerts}: what can be tried with rules, routes and mails before they are needed. */
@Command(
        name = "alerts",
        description = "Tries rules, routes and mails before they are needed.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AlertsTestCommand.class,
            AlertsBacktestCommand.class,
            AlertsExplainCommand.class,
            AlertsRouteCommand.class,
            AlertsDrillCommand.class,
            AlertsRenderCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class AlertsCommand {}
