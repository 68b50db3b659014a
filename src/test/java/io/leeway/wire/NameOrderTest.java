package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leeway.Effort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever came before, an object's names and values are those a plain reader finds. */
class NameOrderTest {
    private static final JsonFactory JSON = new JsonFactory();

    /** As they stand between quotes: some are one name written in two ways, some begin another. */
    private static final List<String> NAMES = List.of(
            "a", "ab", "abc", "\\u0061", "é", "\\u00e9", "\\\"", "\\uD83D\\uDE00", "\uD83D\uDE00", "", "x y", "b", "c");

    private final NameOrder<String> names = new NameOrder<>(Function.identity());

    @Test
    void namesAreThoseOfAPlainReader() throws IOException {
        for (int seed = 0; seed < Effort.times(300); seed++) {
            Random random = new Random(seed);
            List<String> usual = objectNames(random);
            for (int row = 0; row < 20; row++) {
                String object = object(random.nextInt(3) == 0 ? objectNames(random) : without(usual, random), random);
                assertThat(inOrder(object)).as("seed %d: %s", seed, object).isEqualTo(plainly(object));
            }
        }
    }

    @Test
    void moreNamesThanAreRememberedAreReadToo() throws IOException {
        String object = object(IntStream.range(0, 3_000).mapToObj(i -> "n" + i).toList(), new Random(1));
        assertThat(inOrder(object)).isEqualTo(plainly(object));
        assertThat(inOrder(object)).isEqualTo(plainly(object));
    }

    private List<String> inOrder(String object) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonParser json = JSON.createParser(object.getBytes(StandardCharsets.UTF_8))) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            names.begin();
            while (names.advance(json)) {
                found.add(names.meaning() + "=" + json.nextToken() + json.getText());
            }
            assertThat(json.nextToken()).isNull();
        }
        return found;
    }

    private static List<String> plainly(String object) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonParser json = JSON.createParser(object.getBytes(StandardCharsets.UTF_8))) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                found.add(json.currentName() + "=" + json.nextToken() + json.getText());
            }
        }
        return found;
    }

    private static List<String> objectNames(Random random) {
        return IntStream.range(0, random.nextInt(14))
                .mapToObj(i -> NAMES.get(random.nextInt(NAMES.size())))
                .toList();
    }

    private static List<String> without(List<String> usual, Random random) {
        return usual.stream().filter(name -> random.nextInt(8) > 0).toList();
    }

    private static String object(List<String> names, Random random) {
        return names.stream()
                .map(name -> "\"" + name + "\"" + " ".repeat(random.nextInt(2)) + ":" + random.nextInt(50))
                .collect(Collectors.joining(random.nextBoolean() ? "," : " ,\n", "{", "}"));
    }
}
