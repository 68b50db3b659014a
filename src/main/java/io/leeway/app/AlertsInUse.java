package io.leeway.app;

import io.leeway.files.Watched;
import io.leeway.state.Changes;
import io.leeway.state.StoreException;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import io.leeway.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules and receivers by which the service works. What is in the folder replaces them when it changes and can be
 * understood; what cannot never does, neither while the service runs nor when it starts: those that were last in use go on.
 * Any thread may ask.
 */
final class AlertsInUse implements Supplier<AlertFiles> {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsInUse.class);

    private final KeptAlerts kept;
    private volatile AlertFiles inUse;

    private AlertsInUse(AlertFiles inUse, KeptAlerts kept) {
        this.inUse = inUse;
        this.kept = kept;
    }

    /**
     * Those of the folder, or those shipped.
     *
     * @throws InvalidYamlException when those of the folder cannot be understood, and none have ever been in use
     * @throws IOException when they cannot be read, and none have ever been in use
     */
    static AlertsInUse open(Settings settings, KeptAlerts kept) throws IOException, InvalidYamlException {
        try {
            return new AlertsInUse(settings.alertFiles(), kept);
        } catch (InvalidYamlException | IOException e) {
            Optional<List<YamlFile>> last = kept.inUse();
            if (last.isEmpty()) {
                throw e;
            }
            LOG.warn("The alert files cannot be used, those that were last in use go on:\n{}", e.getMessage());
            return new AlertsInUse(AlertFiles.of(last.get()), kept);
        }
    }

    @Override
    public AlertFiles get() {
        return inUse;
    }

    /** Looks at a folder from now on, and tells what becomes of it. */
    Watched watch(Path folder, AlertNews news) {
        return Watched.whatever(
                () -> Files.isDirectory(folder) ? AlertFiles.paths(folder) : List.of(), found -> use(found, news));
    }

    private void use(List<Watched.Content> found, AlertNews news) throws IOException {
        List<YamlFile> files = found.stream().map(AlertsInUse::file).toList();
        AlertFiles before = inUse;
        try {
            read(files, news);
        } catch (StoreException e) {
            inUse = before;
            throw new IOException("the store does not take the alert files: " + e.getMessage(), e);
        }
    }

    private void read(List<YamlFile> files, AlertNews news) throws IOException {
        try {
            AlertFiles understood = AlertFiles.of(files);
            Changes commit = new Changes();
            if (!kept.inUse().equals(Optional.of(files))) {
                kept.use(files, commit);
            }
            inUse = understood;
            news.usable(commit);
        } catch (InvalidYamlException e) {
            news.broken(files, e);
            throw new IOException(e.getMessage(), e);
        }
    }

    private static YamlFile file(Watched.Content content) {
        return new YamlFile(content.file().toString(), new String(content.bytes(), StandardCharsets.UTF_8));
    }
}
