package io.leeway.truth;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people say them. */
final class Wording {
    private Wording() {}

    /** With three digits. */
    static String number(double value) {
        return rounded(value, 3);
    }

    static String percent(double share) {
        return rounded(100 * share, 4) + " %";
    }

    private static String rounded(double value, int digits) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }
}
