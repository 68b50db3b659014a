package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VolumeTestTest {
    private static final List<Long> BURSTS = List.of(200L, 260L, 150L, 230L, 190L, 170L);
    private static final List<Long> STEADY = Collections.nCopies(8, 200L);

    // scipy 1.17.1: c = [200, 260, 150, 230, 190, 170]; K = 6; d = sqrt(max(mean(c), var(c, ddof=1)) * (1 + 1/K))
    // 2 * t.sf((mean(c) - 90) / d, K - 1)
    @Test
    void countsInBurstsAreJudgedByStudentsLaw() {
        VolumeTest test = VolumeTest.of(90, BURSTS);
        assertThat(test.expected()).isEqualTo(200);
        assertThat(test.deviation()).isCloseTo(43.20493798938573, withPercentage(1e-9));
        assertThat(test.pValue(0)).isCloseTo(0.05151582262271632, withPercentage(1e-9));
    }

    // scipy 1.17.1: 2 * norm.sf((200 * (1 - 0.2) - 120) / sqrt(200 * (1 + 1/8)))
    @Test
    void steadyCountsAreJudgedByChanceAloneOnceTheToleranceIsTakenOff() {
        assertThat(VolumeTest.of(120, STEADY).pValue(0.2)).isCloseTo(0.007660761135179473, withPercentage(1e-9));
    }

    @Test
    void aChangeWithinTheToleranceIsNone() {
        assertThat(VolumeTest.of(165, STEADY).pValue(0.2)).isEqualTo(1);
        assertThat(VolumeTest.of(165, STEADY).score(0.01, 0.2)).isZero();
    }

    @Test
    void moreRowsAreAChangeAsFewerAre() {
        assertThat(VolumeTest.of(300, STEADY).pValue(0.1))
                .isCloseTo(VolumeTest.of(100, STEADY).pValue(0.1), within(1e-15));
    }

    @Test
    void theScorePassesOneExactlyWhereThePValuePassesTheLevel() {
        for (List<Long> before : List.of(BURSTS, STEADY)) {
            for (long n = 0; n < 500; n += 7) {
                VolumeTest test = VolumeTest.of(n, before);
                assertThat(test.score(1e-3, 0.2) > 1).isEqualTo(test.pValue(0.2) < 1e-3);
            }
        }
    }

    @Test
    void fewerThanTheLeastAreFound() {
        VolumeTest test = VolumeTest.of(0, STEADY);
        long least = (long) Math.ceil(test.least(1e-3, 0.2));
        assertThat(VolumeTest.of(least, STEADY).pValue(0.2)).isGreaterThan(1e-3);
        assertThat(VolumeTest.of(least - 1, STEADY).pValue(0.2)).isLessThan(1e-3);
    }

    @Test
    void anyCountsHaveAPValue() {
        for (long n : new long[] {0, 1, Long.MAX_VALUE / 4}) {
            for (long before : new long[] {0, 1, Long.MAX_VALUE / 4}) {
                double p = VolumeTest.of(
                                n, LongStream.of(before, 0, before).boxed().toList())
                        .pValue(0.2);
                assertThat(p).isBetween(0.0, 1.0);
            }
        }
    }
}
