package io.leeway.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*,        anything,   true",
        "credit,   credit,     true",
        "credit,   credit-a,   false",
        "credit-*, credit-a,   true",
        "credit-*, my-credit-, false",
        "*-eu,     credit-eu,  true",
        "a*b*c,    a-b-b-c,    true",
        "a*b*c,    a-c-b,      false",
        "ab*ba,    aba,        false",
        "a.c,      abc,        false",
        "a**c,     ac,         true"
    })
    void aStarStandsForAnyCharacters(String glob, String name, boolean matches) {
        assertThat(new Glob(glob).matches(name)).isEqualTo(matches);
    }
}
