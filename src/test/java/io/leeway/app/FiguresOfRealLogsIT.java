package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.statistics.Figures;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures of three real logs, read by HTTP, against those of others. The two logs of years are not watched by the
 * hour: most of their tens of thousands of hours are empty or hold one row.
 */
class FiguresOfRealLogsIT {
    @Nested
    class Flights extends RealLog {
        private static final String SETTINGS = """
                {"task": "binary", "windows": ["1h", "1d", "7d"]}
                """;

        Flights(@TempDir Path folder) throws IOException, InvalidYamlException {
            super("flights", SETTINGS, folder);
        }
    }

    @Nested
    class BankTermDeposit extends RealLog {
        /** No row of the reference set has a value of pdays, so nothing else tells what it is. */
        private static final String SETTINGS = """
                {"task": "binary", "windows": ["1d", "7d"], "keep_windows": "3650d",
                 "features": {"pdays": {"kind": "numeric"}}}
                """;

        BankTermDeposit(@TempDir Path folder) throws IOException, InvalidYamlException {
            super("bank-term-deposit", SETTINGS, folder);
        }

        @Test
        void anInputWithoutReferenceIsComparedWithNothing() {
            for (WindowAnswer week : service.wholeWindows("7d")) {
                assertThat(week.feature("pdays").figures().asMap().keySet())
                        .doesNotContain("psi", "psi_half", "js", "hellinger", "ks", "ks_p", "wasserstein")
                        .doesNotContain("wasserstein_norm", "psi_test", "out_of_range_rate", "ref_mean", "ref_std");
            }
        }

        @Test
        void aDistanceInDeviationsOfAConstantReferenceDoesNotExist() {
            for (WindowAnswer week : service.wholeWindows("7d")) {
                Figures figures = week.feature("nr_employed").figures();
                assertThat(figures.has("wasserstein_norm")).isFalse();
                assertThat(figures.has("ks")).isEqualTo(week.n() > 0);
            }
        }

        @Test
        void precisionWithoutAPositivePredictionDoesNotExist() {
            List<Figures> undefined = service.windows("1d", "*").stream()
                    .map(WindowAnswer::performance)
                    .filter(day -> day.get("tp").orElse(1) + day.get("fp").orElse(1) == 0)
                    .toList();
            assertThat(undefined).isNotEmpty().noneMatch(day -> day.has("precision"));
        }
    }

    @Nested
    class SeattleBikes extends RealLog {
        private static final String SETTINGS = """
                {"task": "regression", "windows": ["1d", "7d"], "keep_windows": "3650d"}
                """;

        SeattleBikes(@TempDir Path folder) throws IOException, InvalidYamlException {
            super("seattle-bikes", SETTINGS, folder);
        }
    }
}
