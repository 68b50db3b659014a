package io.leeway.app;

import picocli.CommandLine.Command;

/** {@code leeway token}: who gets in. */
@Command(
        name = "token",
        description = "Makes, lists and revokes tokens. A running service sees the change within seconds.",
        mixinStandardHelpOptions = true,
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand {}
