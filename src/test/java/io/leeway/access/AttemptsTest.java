package io.leeway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration INTERVAL = Duration.ofSeconds(6);

    private final Attempts attempts = new Attempts(3, INTERVAL, 2);

    @Test
    void beyondSomeFailuresAtOnceOneMoreIsAnsweredPerInterval() {
        fail("a", 3);
        assertThat(attempts.failed("a", NOW)).isEqualTo(INTERVAL);
        assertThat(attempts.failed("a", NOW.plusSeconds(4))).isEqualTo(Duration.ofSeconds(2));
        assertThat(attempts.failed("a", NOW.plus(INTERVAL))).isZero();
        assertThat(attempts.failed("a", NOW.plus(INTERVAL))).isEqualTo(INTERVAL);
    }

    @Test
    void oneAddressDoesNotPayForAnother() {
        fail("a", 3);
        assertThat(attempts.failed("b", NOW)).isZero();
    }

    @Test
    void quietTimeIsNotSavedUp() {
        fail("a", 1);
        Instant later = NOW.plus(Duration.ofDays(1));
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.failed("a", later)).isZero();
        }
        assertThat(attempts.failed("a", later)).isPositive();
    }

    @Test
    void itRemembersNoMoreAddressesThanItIsTold() {
        fail("a", 3);
        fail("b", 1);
        fail("a", 1);
        fail("c", 1);
        fail("d", 1);
        assertThat(attempts.remembered()).isEqualTo(2);
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            Duration unused = attempts.failed(address, NOW);
        }
    }
}
