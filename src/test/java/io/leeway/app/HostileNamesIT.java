package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.HostileNames;
import io.leeway.app.demo.LogClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features, categories, classes, versions and ids with hostile names, through a whole service and out of every exit. */
class HostileNamesIT {
    private static final long SEED = 20_240_304;
    private static final List<String> NAMES = HostileNames.all(SEED);
    private static final String MODEL = "/v1/models/hostile";
    private static final int ROWS = 250;
    /** One line of Prometheus' text format 0.0.4. */
    private static final String METRIC =
            "#.*|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\]|\\\\.)*\",?)*\\})? \\S+";

    /** An element as a browser writes it: in a text no '<' stands as it is, in an attribute no '"'. */
    private static final Pattern TAG = Pattern.compile("<([a-zA-Z][\\w-]*)((?:\\s+[\\w:-]+(?:=\"[^\"]*\")?)*)\\s*/?>");

    private final LogClock clock = new LogClock(Shop.MONDAY);

    @TempDir
    private Path folder;

    @TempDir
    private Path browser;

    @Test
    void everyExitShowsNamesAsTheyCame() throws Exception {
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        Caller caller = new Caller(service.address());
        twoDaysOfWhichTheSecondDrifts(caller);
        service.settle();
        theInterfaceSpellsThem(caller);
        metersCanBeRead(caller);
        mailsAndFilesAreNamedByUs(caller);
        try {
            thePageShowsThemAsText(service.address());
        } finally {
            service.stop();
        }
    }

    private void twoDaysOfWhichTheSecondDrifts(Caller caller) throws IOException {
        String settings = "{\"task\":\"multiclass\",\"windows\":[\"1d\"],\"lateness\":\"0s\",\"idle_after\":\"365d\"}";
        assertThat(caller.put(MODEL, "application/json", settings).status()).isEqualTo(200);
        accepted(caller.put(MODEL + "/baseline", "application/x-ndjson", day(-1, 0)));
        for (int day = 0; day < 2; day++) {
            clock.set(Shop.start(day + 1));
            accepted(caller.post(MODEL + "/predictions", day(day, day)));
        }
        accepted(caller.post(MODEL + "/predictions", row(2, 0, 0)));
    }

    private static void accepted(Caller.Reply reply) {
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
        assertThat(reply.json().getInteger("rejected")).as("%s", reply.body()).isZero();
    }

    private static void theInterfaceSpellsThem(Caller caller) throws IOException {
        JsonObject model = caller.getReported(MODEL).json();
        assertThat(model.getJsonObject("features").fieldNames()).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(model.getJsonArray("versions")).containsExactlyInAnyOrderElementsOf(versions());
        String window = MODEL + "/windows/" + Shop.start(1) + "?size=1d";
        assertThat(names(caller.get(window))).containsAll(NAMES);
        for (String version : List.of(versions().get(0), versions().get(9))) {
            assertThat(names(caller.get(window + "&version=" + encoded(version))))
                    .containsAll(NAMES);
        }
        for (int i = 0; i < NAMES.size(); i += 20) {
            String path = MODEL + "/features/" + encoded(NAMES.get(i)) + "?size=1d&start=" + Shop.start(1);
            assertThat(caller.get(path).json().getJsonArray("bins"))
                    .as(path)
                    .contains(NAMES.get((i + 1) % NAMES.size()));
        }
    }

    private static void metersCanBeRead(Caller caller) throws IOException {
        assertThat(caller.get("/metrics").body().lines()).allMatch(line -> line.matches(METRIC));
    }

    private void mailsAndFilesAreNamedByUs(Caller caller) throws IOException {
        assertThat(caller.get("/v1/mails").json().getJsonArray("mails")).isNotEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> folder.relativize(file).toString()))
                    .allMatch(name -> name.matches("[A-Za-z0-9._/-]*"));
        }
        try (Stream<Path> mails = Files.list(folder.resolve("mail"))) {
            assertThat(mails).isNotEmpty().allMatch(mail -> mail.toString().endsWith(".eml"));
        }
    }

    private void thePageShowsThemAsText(URI page) throws IOException, InterruptedException {
        String dom = Chromium.dom(page.resolve("/#model=hostile"), browser);
        String text = TAG.matcher(dom).replaceAll("<$1>");
        assertThat(text)
                .contains("hostile", "&lt;script&gt;pwned=1&lt;/script&gt;", "{{template}}", "${jndi:ldap://x/y}");
        assertThat(text).doesNotContain("<script>pwned", "<b>&");
        assertThat(TAG.matcher(dom).results().map(tag -> tag.group(2).replaceAll("=\"[^\"]*\"", "")))
                .noneMatch(attributes -> attributes.matches("(?s).*\\son\\w+.*"));
    }

    private static List<String> names(Caller.Reply reply) {
        JsonArray features = reply.json().getJsonArray("features");
        return features.stream()
                .map(feature -> ((JsonObject) feature).getString("name"))
                .toList();
    }

    private static String day(int day, int shift) {
        return IntStream.range(0, ROWS).mapToObj(i -> row(day, i, shift)).collect(Collectors.joining("\n"));
    }

    /** Every feature is called by a name and has the next as its category, on the second day that behind it. */
    private static String row(int day, int i, int shift) {
        JsonObject features = new JsonObject();
        for (int name = 0; name < NAMES.size(); name++) {
            features.put(NAMES.get(name), NAMES.get((name + 1 + shift * (i % 2)) % NAMES.size()));
        }
        return new JsonObject(Map.of(
                        "id", NAMES.get(i % NAMES.size()) + day + i,
                        "timestamp", Shop.start(day).plusSeconds(i).toString(),
                        "version", versions().get(i % versions().size()),
                        "prediction", NAMES.get(i % 3),
                        "features", features))
                .encode();
    }

    /** A version may be called anything but what stands for all of them, and by not more than 256 bytes. */
    private static List<String> versions() {
        List<String> versions = new ArrayList<>(NAMES.subList(0, 40));
        versions.remove("*");
        return versions;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
