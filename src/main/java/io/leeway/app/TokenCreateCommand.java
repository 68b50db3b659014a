package io.leeway.app;

import io.leeway.access.Bearer;
import io.leeway.access.Grant;
import io.leeway.access.SaltedHash;
import io.leeway.access.Token;
import io.leeway.access.TokenLine;
import io.leeway.catalog.Durations;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leeway token create}: prints a token once, and keeps its hash. */
@Command(
        name = "create",
        description = "Makes a token, prints it once, and keeps its hash in the tokens file.",
        mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TokensOption tokens = new TokensOption();

    @Option(names = "--name", required = true, description = "Whose it is: letters, digits and . _ @ -")
    private String name = "";

    @Option(
            names = "--scope",
            required = true,
            description =
                    "ingest, ingest:MODEL in which * stands for any characters, read, or operate; may be repeated.")
    private List<String> scopes = List.of();

    @Option(names = "--expires", description = "How long it is good, such as 90d; without it, until it is revoked.")
    private Optional<String> expires = Optional.empty();

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        SecureRandom random = new SecureRandom();
        Bearer bearer = Bearer.fresh(random);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Token token =
                new Token(bearer.id(), name(), grants(), now, lifetime().map(now::plus), SaltedHash.of(bearer, random));
        tokens.get().add(token);
        tell(bearer);
        return 0;
    }

    /** The token alone on the one stream, so that a script can take it; what to know of it on the other. */
    private void tell(Bearer bearer) {
        PrintWriter remarks = spec.commandLine().getErr();
        remarks.println("This is the only time it is shown. Its id is " + bearer.id()
                + "; send it as Authorization: Bearer lw_...");
        remarks.flush();
        spec.commandLine().getOut().println(bearer.reveal());
        spec.commandLine().getOut().flush();
    }

    private String name() {
        if (!TokenLine.NAME.matcher(name).matches()) {
            throw wrong("--name takes 1 to 64 letters, digits and . _ @ -");
        }
        return name;
    }

    private List<Grant> grants() {
        return scopes.stream()
                .map(scope -> Grant.parse(scope).orElseThrow(() -> wrong(scope + " is no scope: " + Grant.FORMS)))
                .toList();
    }

    private Optional<Duration> lifetime() {
        return expires.map(text -> Durations.parse(text)
                .filter(duration -> !duration.isZero())
                .orElseThrow(() -> wrong("--expires takes a duration such as 90d or 12h")));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
