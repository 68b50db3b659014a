package io.leeway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windos | did you mean windows?",
                "Windows | did you mean windows?",
                "winndoww | did you mean windows?",
                "zon | did you mean zone?",
                "tile | write one of windows, zone."
            })
    void namesTheNearestWordOrAll(String written, String hint) {
        assertThat(Spelling.hint(written, List.of("windows", "zone"))).isEqualTo(hint);
    }
}
