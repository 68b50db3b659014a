package io.leeway.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final String[] TEXTS = {
        "", "\u0000", "\u0000\u0000", "\u0000a", "a", "a\u0000", "a\u0001", "ab", "ä", "\uD83D\uDE00"
    };
    private static final long[] NUMBERS = {Long.MIN_VALUE, -256, -1, 0, 1, 255, 256, Long.MAX_VALUE};

    private record Parts(String text, String second, long number) {
        private static final Comparator<String> BYTES = (one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other));

        static final Comparator<Parts> ORDER = Comparator.comparing(Parts::text, BYTES)
                .thenComparing(Parts::second, BYTES)
                .thenComparingLong(Parts::number);

        byte[] key() {
            return Keys.of(text, second).number(number).bytes();
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void keysSortAsTheirPartsDo() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            Parts one = parts(random);
            Parts other = parts(random);
            assertThat(Integer.signum(Arrays.compareUnsigned(one.key(), other.key())))
                    .as("%s and %s", one, other)
                    .isEqualTo(Integer.signum(Parts.ORDER.compare(one, other)));
        }
    }

    @Test
    void aKeyComesApartIntoItsParts() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            Parts parts = parts(random);
            KeyParts read = new KeyParts(parts.key());
            assertThat(new Parts(read.text(), read.text(), read.number())).isEqualTo(parts);
            assertThat(read.more()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void noKeyOfAnotherTextStandsAmongThoseThatBeginWithOne(int index) {
        byte[] prefix = Keys.of(TEXTS[index]).bytes();
        byte[] after = Keys.after(prefix);
        for (String text : TEXTS) {
            byte[] key = Keys.of(text).number(7).bytes();
            boolean among = Arrays.compareUnsigned(key, prefix) >= 0 && Arrays.compareUnsigned(key, after) < 0;
            assertThat(among).isEqualTo(text.equals(TEXTS[index]));
        }
    }

    @Test
    void bytesOfAnyValueComeBack() {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        KeyParts parts = new KeyParts(Keys.of().block(all).block(all).bytes());
        assertThat(parts.block()).isEqualTo(all);
        assertThat(parts.block()).isEqualTo(all);
        assertThat(parts.more()).isFalse();
    }

    @Test
    void behindAPrefixComesTheNextThatIsGreater() {
        assertThat(Keys.after(new byte[] {1, 2})).containsExactly(1, 3);
        assertThat(Keys.after(new byte[] {1, (byte) 0xFF})).containsExactly(2);
        assertThatThrownBy(() -> Keys.after(new byte[] {(byte) 0xFF})).isInstanceOf(IllegalArgumentException.class);
    }

    private static Parts parts(Random random) {
        return new Parts(
                TEXTS[random.nextInt(TEXTS.length)],
                TEXTS[random.nextInt(TEXTS.length)],
                NUMBERS[random.nextInt(NUMBERS.length)]);
    }
}
