package io.leeway.app.verticle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPaceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 0    | 500  | a reporter with little to do waits for more commits
            55   | 0    | 500  | a pass of 55 ms is a tenth of what it waits for anyway
            100  | 0    | 900  | a longer one is followed by nine times its length
            100  | 300  | 600  | of which a part may be over already
            100  | 9000 | 500  | or all of it
            5000 | 0    | 2000 | but a window's points never wait long
            """)
    void reportingTakesATenthOfOneCoreAndIsNeverLate(long took, long sinceThen, long wait, String claim) {
        assertThat(ReportPace.wait(Duration.ofMillis(took), Duration.ofMillis(sinceThen)))
                .as(claim)
                .isEqualTo(Duration.ofMillis(wait));
    }
}
