package io.leeway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.drift.JudgeSettings;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** What the tables of the proof show, with fewer windows: a window in which nothing changed does not alarm. */
class QuietTest {
    private static final long SEED = 20_260_702;

    /** A cell is wrong when its alarms would be this unlikely at the nominal share. */
    private static final double UNLIKELY = 1e-4;

    /** What a day with a noise of its own is held to: of its noise only an estimate is known. */
    private static final double WITH_OWN_NOISE = 0.05;

    @Test
    void windowsInWhichNothingChangedAlarmNoMoreOftenThanTheyMay() {
        double alpha = JudgeSettings.withDefaults().alpha();
        for (Simulation simulation : QuietCases.plain()) {
            for (long n : new long[] {50, 300, 2_000}) {
                int windows = Effort.times(n > 1_000 ? 20 : 60);
                Simulation.Tally tally = simulation.run(n, windows, SEED + n);
                assertThat(tally.alarms(Rule.VERDICT))
                        .as("%s, n = %d, seed %d", simulation.now().name(), n, SEED + n)
                        .isLessThanOrEqualTo(most(windows, alpha));
            }
        }
    }

    @Test
    void daysWithANoiseOfTheirOwnDoNotAlarmForItAtAnyTraffic() {
        for (double traffic : new double[] {0.1, 1, 10}) {
            int windows = Effort.times(60);
            Simulation.Tally tally = QuietCases.days(0.3, 28, 300).run((long) (300 * traffic), windows, SEED);
            assertThat(tally.alarms(Rule.VERDICT))
                    .as("traffic x %s, seed %d", traffic, SEED)
                    .isLessThanOrEqualTo(most(windows, WITH_OWN_NOISE));
        }
    }

    @Test
    void aRuleOfThumbOnTheSameWindowsAlarmsAllTheTime() {
        Simulation.Tally tally = QuietCases.plain().get(0).run(50, 60, SEED);
        assertThat(tally.share(Rule.PSI_10)).isGreaterThan(0.5);
        assertThat(tally.share(Rule.VERDICT)).isLessThan(0.1);
    }

    private static int most(int windows, double share) {
        return BinomialDistribution.of(windows, share).inverseSurvivalProbability(UNLIKELY);
    }
}
