package io.leeway.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackCheckTest {
    // scipy.stats.binom.sf(missed - 1, checked, .05) < .01 is untrusted
    @ParameterizedTest
    @CsvSource({
        "0, 0, UNCHECKED",
        "2, 0, UNCHECKED",
        "3, 0, TRUSTED",
        "1, 1, UNCHECKED",
        "2, 2, UNTRUSTED",
        "3, 2, UNTRUSTED",
        "4, 2, TRUSTED",
        "20, 3, TRUSTED",
        "20, 4, TRUSTED",
        "20, 5, UNTRUSTED"
    })
    void isTrustedUntilItMissesMoreThanChanceExplains(int checked, int missed, Trust trust) {
        BackCheck check = check(checked, missed);
        assertThat(check.trust()).isEqualTo(trust);
        assertThat(check.reason()).isNotBlank();
    }

    @Test
    void theNewestWindowsCountWhateverOrderTheirLabelsComeIn() {
        BackCheck forwards = BackCheck.NONE;
        BackCheck backwards = BackCheck.NONE;
        for (int start = 0; start < 30; start++) {
            forwards = forwards.with(start, start % 3 == 0);
            backwards = backwards.with(29 - start, (29 - start) % 3 == 0);
        }
        assertThat(forwards).isEqualTo(backwards);
        assertThat(forwards.checked()).isEqualTo(20);
        assertThat(forwards.missed()).isEqualTo(14);
    }

    @Test
    void aWindowCheckedAgainCountsOnce() {
        BackCheck check = BackCheck.NONE.with(7, false).with(7, true);
        assertThat(check.checked()).isEqualTo(1);
        assertThat(check.coverage()).hasValue(1);
        assertThat(BackCheck.NONE.coverage()).isEmpty();
    }

    @Test
    void holdsWhenEveryMetricThatLabelsGaveLiesInItsBand() {
        Figures estimated = new Figures()
                .put("accuracy", .8)
                .put("accuracy_low", .7)
                .put("accuracy_high", .9)
                .put("recall", .5)
                .put("recall_low", .4)
                .put("recall_high", .6);
        assertThat(BackCheck.holds(estimated, new Figures().put("accuracy", .7)))
                .isTrue();
        assertThat(BackCheck.holds(estimated, new Figures().put("accuracy", .69)))
                .isFalse();
        assertThat(BackCheck.holds(estimated, new Figures().put("accuracy", .8).put("recall", .7)))
                .isFalse();
    }

    @Test
    void isReadAsItWasWritten() {
        BackCheck check = check(5, 2);
        ByteWriter out = new ByteWriter();
        check.write(out);
        assertThat(BackCheck.read(new ByteReader(out.toByteArray()))).isEqualTo(check);
    }

    private static BackCheck check(int checked, int missed) {
        BackCheck check = BackCheck.NONE;
        for (int start = 0; start < checked; start++) {
            check = check.with(start, start >= missed);
        }
        return check;
    }
}
