package io.leeway.app.verticle;

import io.leeway.access.Act;
import io.leeway.access.Actor;
import io.leeway.access.AuditLog;
import io.leeway.files.Watched;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second whether files have changed that the service reads beside its configuration. */
public final class FilesVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(FilesVerticle.class);
    private static final long EVERY_MS = 1_000;

    private final Map<String, Watched> files;
    private final AuditLog audit;
    private final InstantSource clock;

    /**
     * A watch.
     *
     * @param files by what they hold, in a word
     */
    public FilesVerticle(Map<String, Watched> files, AuditLog audit, InstantSource clock) {
        this.files = Map.copyOf(files);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        long unused = vertx.setPeriodic(EVERY_MS, due -> files.forEach(this::look));
        return Future.succeededFuture();
    }

    private void look(String name, Watched watched) {
        switch (watched.look()) {
            case REPLACED -> {
                LOG.info("New {} are in use", name);
                write(name, Act.Outcome.DONE, "");
            }
            case BROKEN -> {
                String trouble = watched.trouble().orElse("");
                LOG.warn("New {} cannot be used, the old ones go on: {}", name, trouble);
                write(name, Act.Outcome.FAILED, trouble);
            }
            case SAME -> {}
        }
    }

    private void write(String name, Act.Outcome outcome, String detail) {
        audit.record(new Act(clock.instant(), Actor.SERVICE, "reload", name, outcome, detail));
    }
}
