package io.leeway.yaml;

import java.util.Optional;

/** Addresses and names of mail as they may stand in a file. What does not match cannot reach a header. */
final class Addresses {
    /** A dot-atom of RFC 5322, section 3.2.3. */
    private static final String LOCAL =
            "(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String ADDRESS = LOCAL + "@" + LABEL + "(?:\\." + LABEL + ")*";
    private static final String SENDER = "[^<>\\p{Cntrl}]{0,100}<" + ADDRESS + ">";
    private static final String DOMAIN = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";

    private Addresses() {}

    static Optional<String> address(Text text) {
        return matching(text, ADDRESS, "an address such as me@example.org");
    }

    static Optional<String> webhook(Text text) {
        return matching(text, "https?://[^\\s\"'<>]+", "an address such as https://hooks.example.org/leeway");
    }

    static Optional<String> sender(Text text) {
        return matching(
                text, "(?:" + ADDRESS + ")|(?:" + SENDER + ")", "leeway@example.org or Leeway <leeway@example.org>");
    }

    static Optional<String> domain(Text text) {
        return matching(text, DOMAIN, "a domain such as leeway.example.org");
    }

    static Optional<String> host(Text text) {
        return matching(text, "[A-Za-z0-9.:-]+", "a host name");
    }

    private static Optional<String> matching(Text text, String pattern, String needed) {
        if (text.value().matches(pattern)) {
            return Optional.of(text.value());
        }
        text.problem(needed + " is needed, not " + text.value());
        return Optional.empty();
    }
}
