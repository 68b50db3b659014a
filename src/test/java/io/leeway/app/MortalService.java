package io.leeway.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A service that is killed again and again and always started in its folder; clients wait until it is there again. */
final class MortalService {
    private final Path folder;
    private final Path libraries;
    private volatile CompletableFuture<Caller> listening = new CompletableFuture<>();
    private Leeway process;

    /**
     * The first one.
     *
     * @param libraries where native libraries stay from one life to the next, for a kill leaves them behind
     */
    MortalService(Path folder, Path libraries) throws IOException {
        this.folder = folder;
        this.libraries = libraries;
        Leeway.prepare(libraries, environment(), "serve");
        this.process = begin();
    }

    /** How to reach it, once it listens. */
    Caller caller() {
        return listening.join();
    }

    /** Waits until it listens. */
    void listen() throws IOException {
        if (!listening.isDone()) {
            listening.complete(new Caller(process.address()));
        }
    }

    /** Lets it run for so long, kills it and begins the next, which does not listen yet. */
    void dieAfter(long millis) throws InterruptedException, IOException {
        if (process.endsWithin(millis)) {
            throw new IOException("it ended by itself: " + process.said());
        }
        listening = listening.isDone() ? new CompletableFuture<>() : listening;
        process.kill();
        process = begin();
    }

    void end() throws InterruptedException {
        process.kill();
    }

    private Leeway begin() throws IOException {
        return Leeway.quick(libraries, environment(), "serve");
    }

    private Map<String, String> environment() {
        return Map.of(
                "LEEWAY_DATA", folder.toString(),
                "LEEWAY_HTTP_PORT", "0",
                "ROCKSDB_SHAREDLIB_DIR", libraries.toString());
    }
}
