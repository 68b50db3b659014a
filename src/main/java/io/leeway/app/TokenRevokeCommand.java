package io.leeway.app;

import io.leeway.files.TokensFile;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leeway token revoke}: ends a token. */
@Command(name = "revoke", description = "Takes a token out of the tokens file.", mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TokensOption tokens = new TokensOption();

    @Parameters(paramLabel = "ID", description = "As leeway token list shows it.")
    private String id = "";

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        TokensFile file = tokens.get();
        if (!file.remove(id)) {
            throw new IOException("no token of " + file.path() + " has that id: leeway token list shows all");
        }
        spec.commandLine().getOut().println("Revoked. A running service refuses it within seconds.");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
