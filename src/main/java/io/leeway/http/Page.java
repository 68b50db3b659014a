package io.leeway.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page, and the description of the interface: files of the class path. */
final class Page {
    private static final String FOLDER = "page/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+\\.(html|css|js|svg|png|ico)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "yaml", "application/yaml");

    private final Vertx vertx;

    Page(Vertx vertx) {
        this.vertx = vertx;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint(
                        HttpMethod.GET,
                        "/openapi.yaml",
                        Door.OPEN,
                        context -> vertx.executeBlocking(() -> resource("openapi.yaml"), false)),
                new Endpoint(
                        HttpMethod.GET,
                        "/",
                        Door.OPEN,
                        context -> vertx.executeBlocking(() -> resource(FOLDER + "index.html"), false)),
                new Endpoint(
                        HttpMethod.GET,
                        "/{file}",
                        Door.OPEN,
                        context -> vertx.executeBlocking(() -> file(context.pathParam("file")), false)));
    }

    private static Answer file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Failures.nothingHere();
        }
        return resource(FOLDER + name);
    }

    private static Answer resource(String path) {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw Failures.nothingHere();
            }
            String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
            return new Answer(200, type, Buffer.buffer(in.readAllBytes()), Map.of("Cache-Control", "no-cache"));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }
}
