package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.leeway.app.demo.LogClock;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Marked values go in through every door of a model whose settings forbid to keep them; then every byte of the data folder,
 * everything that was answered and everything that was logged is searched for the marks.
 */
class SecretsTest {
    private static final String MODEL = "/v1/models/clinic";
    private static final String LEARNING = "/v1/models/learning";
    private static final String MARK = "QzXsecret";
    private static final double NUMBER = 73519.42601875;
    private static final String OPEN = "openly";

    private final LogClock clock = new LogClock(Shop.MONDAY);
    private final List<String> answers = new ArrayList<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"none", "hash"})
    void whatMayNotBeKeptStandsNowhere(String keep) throws Exception {
        LoggedText logged = new LoggedText();
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        Caller caller = new Caller(service.address());
        send(caller, keep);
        service.settle();
        readEverything(caller);
        List<String> whileItRuns = traces();
        assertThat(Traces.of(OPEN).in(folder)).as("what may be kept is found").isNotEmpty();
        service.stop();
        logged.close();
        assertThat(whileItRuns).isEmpty();
        assertThat(traces()).isEmpty();
        assertThat(answers).hasSizeGreaterThan(20).allSatisfy(SecretsTest::isClean);
        assertThat(logged.lines).isNotEmpty().allSatisfy(SecretsTest::isClean);
    }

    @Test
    void hashedFeaturesStillDrift() throws Exception {
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        Caller caller = new Caller(service.address());
        send(caller, "hash");
        JsonObject day = caller.getReported(MODEL + "/windows/" + Shop.start(2) + "?size=1d")
                .json();
        service.stop();
        assertThat(day.getJsonArray("features").stream().map(JsonObject.class::cast))
                .filteredOn(feature -> feature.getString("name").equals("city"))
                .singleElement()
                .satisfies(city -> assertThat(city.getString("verdict")).isEqualTo("drifted"));
    }

    private List<String> traces() {
        return Stream.concat(Traces.of(MARK).in(folder).stream(), Traces.of(NUMBER).in(folder).stream())
                .toList();
    }

    private static void isClean(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Stream.concat(Traces.of(MARK).in(bytes), Traces.of(NUMBER).in(bytes)))
                .as(text)
                .isEmpty();
    }

    private void send(Caller caller, String keep) throws IOException {
        String settings = ("{'task':'binary','windows':['1h','1d'],'idle_after':'365d','keep':'" + keep
                        + "','ids':'hash'," + "'features':{'open':{'keep':'value'}}}")
                .replace('\'', '"');
        said(caller.put(MODEL, "application/json", settings));
        said(caller.put(LEARNING, "application/json", settings));
        said(caller.put(MODEL + "/baseline", "application/x-ndjson", days(-4, 0)));
        for (int day = 0; day < 4; day++) {
            clock.set(Shop.start(day + 1));
            said(caller.post(MODEL + "/predictions", day(day)));
            said(caller.post(LEARNING + "/predictions", day(day)));
            said(caller.post(MODEL + "/labels", labels(day)));
            assertThat(caller.getReported(MODEL).status()).isEqualTo(200);
        }
        said(caller.post(LEARNING + "/predictions", days(4, 6)));
        sendWhatIsRejected(caller);
    }

    private void sendWhatIsRejected(Caller caller) throws IOException {
        String old = row(-1000, 0);
        said(caller.post(MODEL + "/predictions?retry", old));
        for (String line : List.of(
                "{\"features\":{\"city\":\"" + MARK + "\"",
                MARK,
                "{\"id\":\"" + MARK.repeat(40) + "\",\"prediction\":1}",
                "{\"id\":\"x\",\"features\":{\"city\":\"" + MARK + "\"}}",
                "{\"id\":\"x\",\"timestamp\":\"" + MARK + "\",\"prediction\":1}",
                "{\"id\":\"x\",\"timestamp\":" + NUMBER + ",\"prediction\":1}",
                "{\"id\":\"x\",\"score\":\"" + MARK + "\"}",
                "{\"id\":\"x\",\"model\":\"" + MARK + "\",\"prediction\":1}",
                "{\"id\":\"x\",\"prediction\":1,\"features\":{\"city\":{\"name\":\"" + MARK + "\"}}}",
                "{\"id\":\"x\",\"prediction\":1,\"" + MARK + "\":1}")) {
            said(caller.post(MODEL + "/predictions", line));
            said(caller.post(MODEL + "/labels", line));
        }
        said(caller.postWithKey(MODEL + "/predictions", MARK, row(4, 1)));
        said(caller.postWithKey(MODEL + "/predictions", MARK, row(4, 1)));
        assertThat(caller.delete(MODEL + "/predictions/" + MARK + "-0-0").status())
                .isEqualTo(200);
        assertThat(caller.delete(MODEL + "/predictions/" + MARK + "-never").status())
                .isEqualTo(200);
    }

    private void readEverything(Caller caller) throws IOException {
        for (String path : List.of(
                "/v1/models",
                MODEL,
                LEARNING,
                MODEL + "/windows?size=1h",
                LEARNING + "/windows?size=1d",
                MODEL + "/windows/" + Shop.start(2) + "?size=1d",
                MODEL + "/features/city?size=1d&start=" + Shop.start(2),
                MODEL + "/features/income?size=1d&start=" + Shop.start(2),
                LEARNING + "/features/city?size=1d&start=" + Shop.start(5),
                "/v1/incidents",
                "/v1/mails",
                "/metrics",
                "/readyz")) {
            said(caller.getReported(path));
        }
        for (Object mail : caller.get("/v1/mails").json().getJsonArray("mails")) {
            said(caller.get("/v1/mails/" + ((JsonObject) mail).getString("id")));
        }
    }

    private void said(Caller.Reply reply) {
        answers.add(reply.body());
    }

    private static String days(int from, int to) {
        return IntStream.range(from, to).mapToObj(SecretsTest::day).collect(Collectors.joining("\n"));
    }

    private static String day(int day) {
        return IntStream.range(0, Shop.A_DAY).mapToObj(i -> row(day, i)).collect(Collectors.joining("\n"));
    }

    private static String labels(int day) {
        return IntStream.range(0, Shop.A_DAY)
                .mapToObj(i -> "{\"id\":\"%s-%d-%d\",\"label\":%d}".formatted(MARK, day, i, i % 2))
                .collect(Collectors.joining("\n"));
    }

    /** On day 2 everybody comes from a city nobody came from before. */
    private static String row(int day, int i) {
        return """
                {"id":"%s-%d-%d","timestamp":"%s","prediction":%d,"label":%d,\
                "features":{"city":"%s %d","income":%s,"open":"%s %d"}}""".formatted(
                        MARK,
                        day,
                        i,
                        Shop.start(day).plusSeconds(86_400L / Shop.A_DAY * i),
                        i % 2,
                        i % 2,
                        MARK,
                        day == 2 ? 99 : i % 7,
                        NUMBER,
                        OPEN,
                        i % 3);
    }

    /** All that is logged, on every level that is on. */
    private static final class LoggedText implements AutoCloseable {
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getFormattedMessage() + " " + event.getThrowableProxy());
            }
        };

        LoggedText() {
            appender.setContext(root.getLoggerContext());
            appender.start();
            root.addAppender(appender);
        }

        @Override
        public void close() {
            root.detachAppender(appender);
        }
    }
}
