package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.catalog.FalseAlarms;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Keep;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Problem;
import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.Task;
import io.leeway.catalog.Tolerance;
import io.leeway.catalog.WindowSize;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsJsonTest {
    private static final String FULL = """
        {"task":"binary","positive":"1","windows":["7d","1h","1d"],"lateness":"2h","idle_after":"10m",
         "zone":"Europe/Paris","segments":["origin","hour"],"features":{"hour":{"kind":"categorical"},"weekday":{"monitor":false,"keep":"none","importance":0.25}},
         "label_horizon":"30d","keep_windows":"200d","alpha":0.05,"tolerance":0.02,"rate_tolerance":0.001,
         "performance_tolerance":{"accuracy":0.01,"mae":"10%"},"min_label_coverage":0.5,"threshold":0.25,"keep":"hash","ids":"hash",
         "references":["seasonal 8","baseline","trailing 28 offset 7","previous"],"false_alarms":"2 per 90d"}\
        """;

    @Test
    void everySettingIsRead() {
        SettingsJson.Read read = read(FULL);
        assertThat(read.problems()).isEmpty();
        ModelSettings settings = read.settings();
        assertThat(settings.task()).contains(Task.BINARY);
        assertThat(settings.positive()).contains("1");
        assertThat(settings.windows()).containsExactly(WindowSize.HOUR, WindowSize.DAY, WindowSize.WEEK);
        assertThat(settings.lateness()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.idleAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(settings.feature("hour").kind()).contains(FeatureKind.CATEGORICAL);
        assertThat(settings.feature("hour").monitor()).isTrue();
        assertThat(settings.feature("weekday").monitor()).isFalse();
        assertThat(settings.labelHorizon()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.keepWindows()).isEqualTo(Duration.ofDays(200));
        assertThat(settings.alpha()).isEqualTo(0.05);
        assertThat(settings.tolerance()).isEqualTo(0.02);
        assertThat(settings.rateTolerance()).isEqualTo(0.001);
        assertThat(settings.performanceTolerance())
                .containsEntry("accuracy", new Tolerance(0.01, false))
                .containsEntry("mae", new Tolerance(0.1, true));
        assertThat(settings.minLabelCoverage()).isEqualTo(0.5);
        assertThat(settings.threshold()).isEqualTo(0.25);
        assertThat(settings.watching().references())
                .extracting(ReferenceRule::text)
                .containsExactly("seasonal 8", "baseline", "trailing 28 offset 7", "previous");
        assertThat(settings.watching().falseAlarms()).contains(new FalseAlarms(2, Duration.ofDays(90)));
        assertThat(settings.keep("weekday")).isEqualTo(Keep.NONE);
        assertThat(settings.keep("hour")).isEqualTo(Keep.HASH);
        assertThat(settings.privacy().ids()).isEqualTo(Keep.HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"task\":null,\"windows\":null,\"zone\":\"UTC\",\"segments\":[],\"alpha\":null}"})
    void whatIsAbsentOrNullHasItsDefault(String json) {
        assertThat(read(json)).isEqualTo(new SettingsJson.Read(ModelSettings.withDefaults(), List.of()));
    }

    @Test
    void whatIsWrittenSaysTheSameWhenReadAgain() throws IOException {
        ModelSettings settings = read(FULL).settings();
        assertThat(read(written(settings)).settings()).isEqualTo(settings);
        assertThat(read(written(settings)).problems()).isEmpty();
        assertThat(read(written(ModelSettings.withDefaults())).settings()).isEqualTo(ModelSettings.withDefaults());
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                arguments("{'windos':['1h']}", "windos: is not known: did you mean windows?"),
                arguments("{'task':'ternary'}", "task: must be one of binary, multiclass, regression, ranking."),
                arguments("{'task':{'a':[1]}}", "task: must be one of binary, multiclass, regression, ranking."),
                arguments("{'windows':'1h'}", "windows: must be a list, for example [\"1h\",\"1d\"]."),
                arguments("{'windows':[]}", "windows: at least one size is needed, for example [\"1h\",\"1d\"]."),
                arguments("{'windows':['1h','2h']}", "windows[1]: must be one of 5m, 15m, 1h, 6h, 1d, 7d."),
                arguments(
                        "{'lateness':60}", "lateness: must be a duration such as \"90d\", \"1h\", \"5m\" or \"30s\"."),
                arguments("{'idle_after':'0s'}", "idle_after: must be longer than 0."),
                arguments("{'label_horizon':'0d'}", "label_horizon: must be longer than 0."),
                arguments(
                        "{'windows':['7d'],'keep_windows':'1d'}",
                        "keep_windows: must be at least as long as the largest window, 7d."),
                arguments(
                        "{'zone':'Mars/Base'}",
                        "zone: must be the name of a time zone, for example \"UTC\" or \"Europe/Paris\"."),
                arguments("{'alpha':0}", "alpha: must be at least 0.000000001 and below 1, for example 0.01."),
                arguments(
                        "{'alpha':0.0000000009}", "alpha: must be at least 0.000000001 and below 1, for example 0.01."),
                arguments("{'alpha':'0.01'}", "alpha: must be a number."),
                arguments("{'tolerance':-1}", "tolerance: must be 0 or more, for example 0.01."),
                arguments("{'rate_tolerance':2}", "rate_tolerance: must be from 0 to 1."),
                arguments("{'min_label_coverage':1.1}", "min_label_coverage: must be from 0 to 1."),
                arguments("{'threshold':-0.1}", "threshold: must be from 0 to 1."),
                arguments(
                        "{'task':'regression','positive':'1'}",
                        "positive: only a binary task has a positive class: leave it out."),
                arguments("{'positive':[1]}", "positive: must be a text, for example \"1\"."),
                arguments("{'features':[]}", "features: must be a JSON object."),
                arguments("{'features':{'hour':'numeric'}}", "features.hour: must be a JSON object."),
                arguments(
                        "{'features':{'hour':{'kind':'int'}}}",
                        "features.hour.kind: must be one of numeric, categorical."),
                arguments("{'features':{'hour':{'importance':'much'}}}", "features.hour.importance: must be a number."),
                arguments(
                        "{'features':{'hour':{'importance':-1}}}",
                        "features.hour.importance: must be 0 or more, on any scale: write 0 for a feature the model"
                                + " makes nothing of."),
                arguments("{'features':{'hour':{'monitor':1}}}", "features.hour.monitor: must be true or false."),
                arguments(
                        "{'features':{'hour':{'keep':'all'}}}",
                        "features.hour.keep: must be one of none, hash, value."),
                arguments("{'ids':'none'}", "ids: must be one of hash, value."),
                arguments(
                        "{'keep':'hash','features':{'hour':{'kind':'numeric'}}}",
                        "features.hour.kind: cannot be numeric with keep: hash, for bins, means and extremes are"
                                + " values: leave kind out to watch hashed values as categories, or keep its value."),
                arguments(
                        "{'features':{'hour':{'kind':'numeric','keep':'none'}}}",
                        "features.hour.kind: cannot be numeric with keep: none, for bins, means and extremes are"
                                + " values: leave kind out to watch only whether there is a value, or keep its"
                                + " value."),
                arguments("{'features':{'hour':{'kin':1}}}", "features.hour.kin: is not known: did you mean kind?"),
                arguments(
                        "{'performance_tolerance':{'acuracy':0.1}}",
                        "performance_tolerance.acuracy: is no metric: did you mean accuracy?"),
                arguments(
                        "{'performance_tolerance':{'mae':'ten'}}",
                        "performance_tolerance.mae: must be a number or a share of the baseline, for example 0.01 or"
                                + " \"10%\"."),
                arguments("{'segments':['origin',['x']]}", "segments[1]: must be the name of a feature."),
                arguments("{'segments':'origin'}", "segments: must be a list of features, for example [\"country\"]."),
                arguments(
                        "{'segments':['a=b']}",
                        "segments: must be names of features without \"=\", for example [\"country\"]."),
                arguments(
                        "{'segments':['a','b','c','d']}",
                        "segments: may be 3 features at most: every row is counted once more for each."),
                arguments(
                        "{'segments':['a'],'features':{'a':{'keep':'none'}}}",
                        "segments: cannot be cut by a, of which no value is kept: leave it out, or keep a hash of it."),
                arguments(
                        "{'false_alarms':'once a month'}",
                        "false_alarms: must be how many in what time, for example \"1 per 30d\"."),
                arguments(
                        "{'false_alarms':'40 per 1d'}",
                        "false_alarms: allows more alarms than there are windows: allow fewer, or in a longer time."),
                arguments(
                        "{'references':'seasonal'}",
                        "references: must be a list, for example [\"baseline\",\"seasonal 8\"]."),
                arguments("{'references':[]}", "references: at least one is needed, for example [\"baseline\"]."),
                arguments(
                        "{'references':['baseline','trailing 101']}",
                        "references[1]: must be \"baseline\", \"seasonal baseline\", \"previous\", \"trailing 28\","
                                + " \"trailing 28 offset 7\" or \"seasonal 8\", at most 100 windows or 52 weeks."),
                arguments(
                        "{'references':['baseline','previous','trailing 2','trailing 3','trailing 4']}",
                        "references: may be 4 at most: each is compared with every window."),
                arguments("[]", "settings: must be a JSON object."),
                arguments("", "settings: must be a JSON object."),
                arguments("{} 1", "settings: must be one JSON object, with nothing behind it."),
                arguments("{'alpha':}", "settings: are not valid JSON: look at line 1, column 10."));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void eachProblemHasItsPathAndASentence(String json, String problem) {
        assertThat(read(json.replace('\'', '"')).problems())
                .extracting(Problem::toString)
                .containsExactly(problem);
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        assertThat(
                        read("{\"alpha\":7,\"lateness\":\"soon\",\"windows\":[\"2h\",\"3h\"],\"segments\":3,\"x\":{\"y\":[]}}")
                                .problems())
                .extracting(Problem::path)
                .contains("alpha", "lateness", "windows[0]", "windows[1]", "segments", "x");
    }

    @Test
    void brokenSettingsAreReportedAndNeverThrown() {
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            byte[] json = FULL.getBytes(StandardCharsets.UTF_8);
            for (int slips = 0; slips < 3; slips++) {
                json[random.nextInt(json.length)] = (byte) " \"{}[],:0x\\".charAt(random.nextInt(11));
            }
            assertThat(SettingsJson.read(json)).isNotNull();
        }
    }

    private static SettingsJson.Read read(String json) {
        return SettingsJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String written(ModelSettings settings) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            SettingsJson.fields(settings, out);
            out.writeEndObject();
        }
        return text.toString();
    }
}
