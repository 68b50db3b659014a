package io.leeway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.Effort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The clock of the service is put right, by up to an hour either way, while rows arrive and while none do. */
class ClockJumpTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Desk desk = new Desk();
    private Instant clock = Desk.NOON;

    @Test
    void aClockPutBackMovesNoWatermarkAndClosesNothingUntilItHasCaughtUp() {
        post(clock);
        long before = watermark();
        clock = clock.minus(HOUR);
        assertThat(ticked()).isZero();
        post(clock);
        assertThat(watermark()).isEqualTo(before);
        clock = clock.plus(HOUR);
        post(clock);
        assertThat(watermark()).isEqualTo(before);
    }

    @Test
    void aClockPutForwardIsTimeThatHasPassedAndCostsOneTick() {
        post(clock);
        clock = clock.plus(HOUR.plusMinutes(10));
        assertThat(ticked()).isEqualTo(1);
        assertThat(ticked()).isZero();
        assertThat(watermark()).isLessThanOrEqualTo(clock.minus(HOUR).toEpochMilli());
        clock = clock.minus(HOUR);
        assertThat(ticked()).isZero();
        assertThat(post(clock).rejections()).isEmpty();
    }

    @Test
    void aDeviceWhoseClockIsADayAheadClosesNothing() {
        post(clock);
        long before = watermark();
        post(clock.plus(Duration.ofHours(23)));
        assertThat(watermark()).isEqualTo(before);
    }

    @Test
    void howeverItJumpsNoWatermarkGoesBackNoneIsAheadOfTheClockAndEveryRowIsTaken() {
        for (int seed = 0; seed < Effort.times(200); seed++) {
            jump(new Random(seed), "seed " + seed);
        }
    }

    private void jump(Random random, String seed) {
        Desk jumping = new Desk();
        Instant latest = Desk.NOON;
        Instant now = Desk.NOON;
        List<Long> watermarks = new ArrayList<>();
        long posted = 0;
        for (int i = 0; i < 50; i++) {
            now = now.plusSeconds(random.nextInt(600)).plus(HOUR.multipliedBy(random.nextInt(3) - 1));
            latest = now.isAfter(latest) ? now : latest;
            if (random.nextBoolean()) {
                jumping.post(Desk.rows(3, "r" + i, now.minusSeconds(random.nextInt(900))), now);
                posted += 3;
            } else {
                jumping.sequencer.tick(now);
            }
            jumping.write().stream().map(Entry::watermark).forEach(watermarks::add);
            assertThat(watermarks.stream().filter(at -> at != Entry.NO_WATERMARK))
                    .as(seed)
                    .isSorted();
            long ahead = latest.minus(HOUR).toEpochMilli();
            assertThat(watermarks).as(seed).allMatch(at -> at <= ahead);
        }
        assertThat(jumping.sequencer.accepted().getOrDefault(Desk.MODEL, 0L))
                .as(seed)
                .isEqualTo(posted);
    }

    @CanIgnoreReturnValue
    private Intake.Taken post(Instant time) {
        Intake.Taken taken = desk.post(Desk.rows(1, "at" + time, time), clock);
        desk.write();
        return taken;
    }

    private int ticked() {
        desk.sequencer.tick(clock);
        return desk.write().size();
    }

    private long watermark() {
        return Objects.requireNonNull(desk.sequencer.ledger().models().get(Desk.MODEL))
                .watermark();
    }
}
