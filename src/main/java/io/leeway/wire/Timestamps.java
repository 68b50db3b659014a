package io.leeway.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;

/** Reads RFC 3339 timestamps. The layout nearly all logs use is read digit by digit, the rest by {@code java.time}. */
final class Timestamps {
    /** {@code 2001-03-05T05:55:00Z} without the Z: a fraction or the Z follows. */
    private static final String LAYOUT = "dddd-dd-ddTdd:dd:dd";

    /** A fraction of nine digits and an offset: longer texts are no timestamps. */
    private static final int LONGEST = LAYOUT.length() + 16;

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final OptionalLong NONE = OptionalLong.empty();

    private Timestamps() {}

    /** Epoch milliseconds, the rest of a finer fraction cut off; empty for anything that is not RFC 3339 with an offset. */
    static OptionalLong parse(char[] chars, int from, int length) {
        if (length <= LAYOUT.length() || length > LONGEST || !hasLayout(chars, from)) {
            return NONE;
        }
        int fraction = fractionDigits(chars, from + LAYOUT.length(), from + length);
        int zone = from + LAYOUT.length() + (fraction == 0 ? 0 : fraction + 1);
        if (zone == from + length || chars[zone] == '.') {
            return NONE;
        }
        if (zone == from + length - 1 && chars[zone] == 'Z') {
            OptionalLong seconds = seconds(chars, from);
            if (seconds.isPresent()) {
                return OptionalLong.of(
                        seconds.getAsLong() * 1000 + millis(chars, from + LAYOUT.length() + 1, fraction));
            }
        }
        return slowly(new String(chars, from, length));
    }

    private static boolean hasLayout(char[] chars, int from) {
        char between = chars[from + 10];
        return chars[from + 4] == '-'
                && chars[from + 7] == '-'
                && (between == 'T' || between == 't' || between == ' ')
                && chars[from + 13] == ':'
                && chars[from + 16] == ':'
                && areDigits(chars, from, 4)
                && areDigits(chars, from + 5, 2)
                && areDigits(chars, from + 8, 2)
                && areDigits(chars, from + 11, 2)
                && areDigits(chars, from + 14, 2)
                && areDigits(chars, from + 17, 2);
    }

    private static boolean areDigits(char[] chars, int at, int count) {
        boolean digits = true;
        for (int i = at; i < at + count; i++) {
            digits &= chars[i] >= '0' && chars[i] <= '9';
        }
        return digits;
    }

    /** How many digits follow a point at {@code at}; 0 if there is no point. */
    private static int fractionDigits(char[] chars, int at, int to) {
        int end = at + 1;
        while (chars[at] == '.' && end < to && chars[end] >= '0' && chars[end] <= '9') {
            end++;
        }
        return end - at - 1;
    }

    /** Epoch seconds of a date and time of day as most are; empty for a leap second and for what does not exist. */
    private static OptionalLong seconds(char[] chars, int from) {
        int year = number(chars, from, 4);
        int month = number(chars, from + 5, 2);
        int day = number(chars, from + 8, 2);
        int hour = number(chars, from + 11, 2);
        int minute = number(chars, from + 14, 2);
        int second = number(chars, from + 17, 2);
        if (month < 1
                || month > 12
                || day < 1
                || day > daysOf(month, year)
                || hour > 23
                || minute > 59
                || second > 59) {
            return NONE;
        }
        return OptionalLong.of(epochDay(year, month, day) * 86_400 + hour * 3600L + minute * 60L + second);
    }

    private static int daysOf(int month, int year) {
        boolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        return month == 2 && !leap ? 28 : DAYS[month - 1];
    }

    /** Days since 1970 in the proleptic Gregorian calendar, counted in years that begin with March. */
    private static long epochDay(int year, int month, int day) {
        long shifted = month > 2 ? year : year - 1L;
        long era = Math.floorDiv(shifted, 400);
        long yearOfEra = shifted - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static long millis(char[] chars, int at, int digits) {
        int value = 0;
        for (int i = 0; i < 3; i++) {
            value = value * 10 + (i < digits ? chars[at + i] - '0' : 0);
        }
        return value;
    }

    private static int number(char[] chars, int at, int digits) {
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            value = value * 10 + (chars[i] - '0');
        }
        return value;
    }

    private static OptionalLong slowly(String text) {
        try {
            return OptionalLong.of(Instant.parse(text.replace(' ', 'T')).toEpochMilli());
        } catch (DateTimeException e) {
            return NONE;
        }
    }
}
