package io.leeway.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which links are ours. */
class SealTest {
    private static final Instant EXPIRES = Instant.parse("2026-03-10T01:00:00Z");

    private final Seal seal = new Seal(key(1));

    @ParameterizedTest
    @EnumSource(Deed.class)
    void whatWasSealedIsReadAsItWas(Deed deed) {
        Ticket ticket = new Ticket(deed, "abc123", "on call,\n\"Jürgen\" & co", EXPIRES);
        assertThat(seal.opened(seal.sealed(ticket))).contains(ticket);
    }

    @Test
    void aLinkCanStandInAPathAndIsShortEnoughForEveryMail() {
        assertThat(seal.sealed(ticket()))
                .matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}")
                .hasSizeLessThan(150);
    }

    @Test
    void oneCharacterChangedAnywhereIsNoLinkOfOurs() {
        String link = seal.sealed(ticket());
        for (int i = 0; i < link.length() - 1; i++) {
            char other = link.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(seal.opened(link.substring(0, i) + other + link.substring(i + 1)))
                    .as("at %d", i)
                    .isEmpty();
        }
    }

    @Test
    void theSignatureOfOneTicketIsNoneOfAnother() {
        String ours = seal.sealed(ticket());
        String other = seal.sealed(new Ticket(Deed.SILENCE_UNTIL_OVER, "abc123", "on-call", EXPIRES));
        assertThat(seal.opened(other.substring(0, other.indexOf('.')) + ours.substring(ours.indexOf('.'))))
                .isEmpty();
    }

    @Test
    void anotherKeyOpensNothing() {
        assertThat(new Seal(key(2)).opened(seal.sealed(ticket()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a", "a.", ".a", "ä.ö", "YWNr.", "%2e", "YWNr.YWNr"})
    void whatIsNoLinkAtAllIsNone(String text) {
        assertThat(seal.opened(text)).isEmpty();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new Seal(new byte[16])).hasMessageContaining("32 bytes");
    }

    private static Ticket ticket() {
        return new Ticket(Deed.ACKNOWLEDGE, "abc123", "on-call", EXPIRES);
    }

    private static byte[] key(int of) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) of);
        return key;
    }
}
