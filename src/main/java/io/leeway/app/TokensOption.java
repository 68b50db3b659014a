package io.leeway.app;

import io.leeway.files.TokensFile;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which tokens file a command is about: the one named, or the one that the service would read. */
final class TokensOption {
    @Option(names = "--file", description = "The tokens file; without one, that of the configuration.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--config", description = "The configuration file.")
    private Optional<Path> config = Optional.empty();

    TokensFile get() throws IOException, InvalidYamlException {
        if (file.isPresent()) {
            return new TokensFile(file.get());
        }
        return SettingsFile.read(config, System.getenv())
                .http()
                .access()
                .tokens()
                .map(TokensFile::new)
                .orElseThrow(() -> new IOException(
                        "the configuration names no tokens file: write auth: {tokens_file: ...}, or give --file"));
    }
}
