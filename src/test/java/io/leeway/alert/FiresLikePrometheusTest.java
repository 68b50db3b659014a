package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where both can say the same, a rule here fires exactly when one of Prometheus does: {@code for} of k evaluations is k + 1
 * breaches of k + 1, {@code keep_firing_for} of k is a clearing of k + 1. Missing windows are left out: there we differ.
 */
class FiresLikePrometheusTest {
    private static final int WINDOWS = 40;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void randomSeriesFireInTheSameMinutes() throws IOException, InterruptedException {
        Program promtool = Program.find("promtool");
        int cases = Effort.times(40);
        List<Case> all = IntStream.range(0, cases).mapToObj(Case::new).toList();
        Files.writeString(
                folder.resolve("rules.yml"),
                "groups:\n- name: all\n  interval: 1m\n  rules:\n"
                        + all.stream().map(Case::rule).collect(Collectors.joining()));
        Path tests = Files.writeString(
                folder.resolve("tests.yml"),
                "rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n"
                        + all.stream().map(Case::test).collect(Collectors.joining()));
        Program.Result result = promtool.run(List.of("test", "rules", tests.toString()));
        assertThat(result.code())
                .as("seeds are the numbers of the rules: %s", result.output())
                .isZero();
    }

    /** A random series and what our rule makes of it. */
    private static final class Case {
        private final int seed;
        private final int pending;
        private final int keep;
        private final List<Integer> values;

        Case(int seed) {
            Random random = new Random(seed);
            this.seed = seed;
            this.pending = random.nextInt(4);
            this.keep = random.nextInt(4);
            int runs = 1 + random.nextInt(5);
            int[] value = new int[1];
            this.values = IntStream.range(0, WINDOWS)
                    .mapToObj(i -> value[0] = random.nextInt(runs) == 0 ? random.nextInt(2) : value[0])
                    .toList();
        }

        String rule() {
            return "  - {alert: A%d, expr: x%d > 0.5, for: %dm%s}%n"
                    .formatted(seed, seed, pending, keep == 0 ? "" : ", keep_firing_for: " + keep + "m");
        }

        String test() {
            String series = values.stream().map(String::valueOf).collect(Collectors.joining(" "));
            StringBuilder text = new StringBuilder(
                    "- interval: 1m%n  input_series: [{series: x%d, values: '%s'}]%n  alert_rule_test:%n"
                            .formatted(seed, series));
            List<Standing> standings = Timeline.of(ours(), windows()).standings();
            for (int minute = 0; minute < WINDOWS; minute++) {
                boolean fires = standings.get(minute).level().isPresent();
                text.append("  - {eval_time: %dm, alertname: A%d, exp_alerts: [%s]}%n"
                        .formatted(minute, seed, fires ? "{}" : ""));
            }
            return text.toString();
        }

        private Rule ours() {
            TreeMap<Level, List<Trigger>> levels = new TreeMap<>(Map.of(
                    Level.WARNING,
                    List.of(new Trigger(Sample.condition("psi > 0.5"), new Count(pending + 1, pending + 1)))));
            return Sample.rule(levels, new Trigger(Sample.condition("psi <= 0.5"), new Count(keep + 1, keep + 1)));
        }

        private List<Observation> windows() {
            return IntStream.range(0, WINDOWS)
                    .mapToObj(day -> Sample.day("age", day, values.get(day)))
                    .toList();
        }
    }
}
