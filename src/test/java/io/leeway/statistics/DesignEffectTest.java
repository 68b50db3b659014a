package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DesignEffectTest {
    @Test
    void windowsThatDifferNoMoreThanChanceHaveNone() {
        DesignEffect effect = DesignEffect.over(List.of(new Share(10, 100), new Share(11, 100), new Share(9, 100)));
        assertThat(effect).isEqualTo(DesignEffect.none());
    }

    @Test
    void itIsTheMeanSquaredResidualOfTheWindows() {
        // rate .2; residuals 100 * .1^2 / .16 = 6.25 twice and 0: 12.5 / 2; resemblance 5.25 / 99
        DesignEffect effect = DesignEffect.over(List.of(new Share(10, 100), new Share(30, 100), new Share(20, 100)));
        assertThat(effect.reference()).isCloseTo(6.25, within(1e-12));
        assertThat(effect.window(100)).isCloseTo(6.25, within(1e-12));
        assertThat(effect.window(1)).isEqualTo(1);
        assertThat(effect.window(10_000)).isGreaterThan(500);
    }

    @Test
    void twoWindowsOrAConstantRateSayNothing() {
        assertThat(DesignEffect.over(List.of())).isEqualTo(DesignEffect.none());
        assertThat(DesignEffect.over(List.of(new Share(0, 50), new Share(50, 50))))
                .isEqualTo(DesignEffect.none());
        assertThat(DesignEffect.over(List.of(new Share(0, 50), new Share(0, 50), new Share(0, 50))))
                .isEqualTo(DesignEffect.none());
        assertThat(DesignEffect.over(List.of(new Share(0, 0), new Share(0, 0), new Share(0, 0))))
                .isEqualTo(DesignEffect.none());
    }

    @Test
    void theMoreOfTheScatterComesFromFewWindowsTheLessItIsKnown() {
        DesignEffect effect = new DesignEffect(3, 0.02, 11);
        // 10 (3 / 2)^2 at 101 rows, where the factor is 3; 10 (21 / 20)^2 at 1001 rows
        assertThat(effect.degreesOfFreedom(101)).isCloseTo(22.5, within(1e-12));
        assertThat(effect.degreesOfFreedom(1001)).isCloseTo(11.025, within(1e-12));
        assertThat(effect.degreesOfFreedom(1)).isInfinite();
        assertThat(DesignEffect.none().degreesOfFreedom(1000)).isInfinite();
    }

    @Test
    void categoriesSeenTwiceMakeSingletonsLessSure() {
        assertThat(DesignEffect.ofUnseen(10, 5).reference()).isEqualTo(2);
        assertThat(DesignEffect.ofUnseen(0, 0)).isEqualTo(DesignEffect.none());
    }
}
