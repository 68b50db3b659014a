package io.leeway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes now and then is found, and whatever is found is right. */
class RecentCodesTest {
    @Test
    void aTextIsKnownByItsOwnCodeOrNotAtAll() {
        Random random = new Random(5);
        RecentCodes recent = new RecentCodes();
        for (int i = 0; i < 20_000; i++) {
            int code = random.nextInt(3_000);
            char[] text = ("x" + code).toCharArray();
            int found = recent.of(text, 0, text.length);
            assertThat(found).isIn(code, RecentCodes.UNKNOWN);
            if (found == RecentCodes.UNKNOWN) {
                recent.put("x" + code, code);
            }
        }
    }

    @Test
    void whatIsKnownGoesOnBeingKnownWhenTheTableGrows() {
        RecentCodes recent = new RecentCodes();
        for (int code = 0; code < 100; code++) {
            recent.put("x" + code, code);
        }
        assertThat(IntStream.range(0, 100).filter(code -> found(recent, "x" + code) == code))
                .hasSizeGreaterThan(60);
    }

    private static int found(RecentCodes recent, String text) {
        return recent.of(text.toCharArray(), 0, text.length());
    }
}
