package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTextTest {
    @ParameterizedTest
    @CsvSource({
        "distance, distance",
        "a=b c, a=b c",
        "100%, 100%",
        "'50% off', '50% off'",
        "gr\u00f6\u00dfe, gr\u00f6\u00dfe",
        "%0a, %0a",
        "a\\b, a%5Cb",
        "%41, %2541",
        "%%41, %%2541"
    })
    void onlyWhatATagCannotHoldIsWrittenDifferently(String value, String stored) {
        assertThat(TagText.encode(value)).isEqualTo(stored);
        assertThat(TagText.decode(stored)).isEqualTo(value);
    }

    @Test
    void everyTextComesBack() {
        RandomGenerator random = new Random(42);
        String alphabet = "%0A5C2\\\n\r\t $a";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(TagText.decode(TagText.encode(text.toString()))).isEqualTo(text.toString());
        }
    }
}
