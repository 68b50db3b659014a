package io.leeway.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people say them. */
final class Wording {
    private Wording() {}

    /** 1,419. */
    static String whole(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int comma = text.length() - 3; comma > (number < 0 ? 1 : 0); comma -= 3) {
            text.insert(comma, ',');
        }
        return text.toString();
    }

    /** "no values", "one value", "12 values". */
    static String count(long values) {
        if (values == 0) {
            return "no values";
        }
        return values == 1 ? "one value" : whole(values) + " values";
    }

    /** What is said behind something else; nothing where there is nothing to say. */
    static String clause(String text) {
        return text.isEmpty() ? "" : "; " + text;
    }

    /** A value as it was measured, with six digits at most. */
    static String number(double value) {
        return significant(value, 6);
    }

    /** A share: 60.1 %, and 0.012 % where one decimal would hide it. */
    static String percent(double share) {
        double percent = 100 * share;
        boolean hidden = percent != 0 && Math.abs(percent) < 0.1;
        return (hidden ? significant(percent, 2) : String.format(Locale.ROOT, "%.1f", percent)) + " %";
    }

    /** "1.9 against a limit of 0.031", with as many digits as tell the two apart. */
    static String against(double measured, double limit) {
        int digits = 2;
        while (digits < 9 && significant(measured, digits).equals(significant(limit, digits))) {
            digits++;
        }
        return significant(measured, digits) + " against a limit of " + significant(limit, digits);
    }

    private static String significant(double number, int digits) {
        return new BigDecimal(number)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }
}
