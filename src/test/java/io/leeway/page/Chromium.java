package io.leeway.page;

import static org.awaitility.Awaitility.await;

import io.leeway.Program;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One page in a real browser without a window, driven over the DevTools protocol. */
public final class Chromium implements AutoCloseable {
    private static final int PATIENCE_S = 60;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    private Chromium(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Answers())
                .join();
    }

    /** Starts it; skips the test where the program is missing, unless it is required. */
    public static Chromium start(Path folder) throws Exception {
        Program chromium = Program.find("chromium");
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--window-size=1200,900",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        Path portFile = folder.resolve("DevToolsActivePort");
        await().atMost(Duration.ofSeconds(PATIENCE_S))
                .until(() ->
                        Files.exists(portFile) && Files.readAllLines(portFile).size() > 1);
        return new Chromium(process, page(Files.readAllLines(portFile).get(0)));
    }

    private static URI page(String port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String target = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return URI.create(new JsonObject(target).getString("webSocketDebuggerUrl"));
    }

    /** Runs a script in every page before its own, such as one that listens. */
    public void before(String script) {
        JsonObject unused = call("Page.enable", new JsonObject());
        JsonObject unusedId = call("Page.addScriptToEvaluateOnNewDocument", new JsonObject().put("source", script));
    }

    /** From now on it is as wide as a phone. */
    public void phone() {
        JsonObject unused = call(
                "Emulation.setDeviceMetricsOverride",
                new JsonObject()
                        .put("width", 390)
                        .put("height", 660)
                        .put("deviceScaleFactor", 2)
                        .put("mobile", true));
    }

    public void open(URI address) {
        JsonObject unused = call("Page.navigate", new JsonObject().put("url", address.toString()));
    }

    /** Does something in the page. */
    public void run(String script) {
        String unused = value(script);
    }

    /** The value of an expression in the page, as text. */
    public String value(String expression) {
        return String.valueOf(call(
                        "Runtime.evaluate",
                        new JsonObject().put("expression", expression).put("returnByValue", true))
                .getJsonObject("result", new JsonObject())
                .getValue("value"));
    }

    /** Waits until an expression is true. */
    public void until(String expression) {
        await(expression)
                .atMost(Duration.ofSeconds(PATIENCE_S))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> value(expression).equals("true"));
    }

    public void screenshot(Path file) throws IOException {
        String data = call("Page.captureScreenshot", new JsonObject()).getString("data");
        Path unused = Files.write(file, Base64.getDecoder().decode(data));
    }

    /** Ends it and waits until nobody writes to its folder any more; for a child whose end nobody tells, no longer than this. */
    @Override
    public void close() {
        socket.abort();
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList()
                .forEach(each -> {
                    boolean unused = each.destroyForcibly();
                    ProcessHandle unusedHandle = each.onExit()
                            .completeOnTimeout(each, 3, TimeUnit.SECONDS)
                            .join();
                });
    }

    private JsonObject call(String method, JsonObject parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        String message = new JsonObject()
                .put("id", id)
                .put("method", method)
                .put("params", parameters)
                .encode();
        return socket.sendText(message, true)
                .thenCompose(sent -> answer)
                .orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join();
    }

    /** Puts frames together to messages and gives each answer to who waits for it. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonObject message = new JsonObject(text.toString());
                text.setLength(0);
                CompletableFuture<JsonObject> waits = waiting.remove(message.getInteger("id", 0));
                if (waits != null) {
                    waits.complete(message.getJsonObject("result", new JsonObject()));
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
