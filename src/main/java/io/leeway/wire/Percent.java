package io.leeway.wire;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shares written as {@code 10%}. */
final class Percent {
    private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?%");

    private Percent() {}

    /** The share a text stands for: 0.1 for {@code 10%}. */
    static Optional<Double> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.substring(0, text.length() - 1))
                        .movePointLeft(2)
                        .doubleValue())
                : Optional.empty();
    }

    static String text(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
