package io.leeway.logs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.statistics.Figures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureComparisonTest {
    private static final Row EXPECTED = new Row(Map.of("tp", "3", "log_loss", "0.25", "precision", "", "version", "*"));

    @Test
    void whatAgreesPasses() {
        FigureComparison comparison = FigureComparison.ofPerformance();
        comparison.compare(new Figures().put("tp", 3).put("log_loss", 0.25 + 1e-11), EXPECTED);
        assertThatCode(comparison::demandAgreement).doesNotThrowAnyException();
    }

    @Test
    void whatDeviatesIsMissingOrShouldNotBeThereFails() {
        demandFailure(new Figures().put("tp", 3).put("log_loss", 0.25 + 1e-8));
        demandFailure(new Figures().put("tp", 4).put("log_loss", 0.25));
        demandFailure(new Figures().put("tp", 3));
        demandFailure(new Figures().put("tp", 3).put("log_loss", 0.25).put("precision", 0));
    }

    @Test
    void nothingComparedFails() {
        assertThatThrownBy(() -> FigureComparison.ofPerformance().demandAgreement())
                .isInstanceOf(AssertionError.class);
    }

    private static void demandFailure(Figures actual) {
        FigureComparison comparison = FigureComparison.ofPerformance();
        comparison.compare(actual, EXPECTED);
        assertThatThrownBy(comparison::demandAgreement).isInstanceOf(AssertionError.class);
    }
}
