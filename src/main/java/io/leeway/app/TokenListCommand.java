package io.leeway.app;

import io.leeway.access.Grant;
import io.leeway.access.Token;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leeway token list}: who has got a token, and for what. */
@Command(name = "list", description = "Lists tokens, none of them in full.", mixinStandardHelpOptions = true)
final class TokenListCommand implements Callable<Integer> {
    private static final String ROW = "%-12s  %-24s  %-32s  %-20s  %s%n";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TokensOption tokens = new TokensOption();

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        out.printf(ROW, "id", "name", "scopes", "created", "expires");
        tokens.get().read().all().forEach(token -> row(token, now, out));
        out.flush();
        return 0;
    }

    private static void row(Token token, Instant now, PrintWriter out) {
        String scopes = token.grants().stream().map(Grant::text).collect(Collectors.joining(" "));
        String expires = token.expires().map(Instant::toString).orElse("never");
        out.printf(
                ROW,
                token.id(),
                token.name(),
                scopes,
                token.created(),
                token.isOver(now) ? expires + " (over)" : expires);
    }
}
