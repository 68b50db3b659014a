package io.leeway.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** An instant as it is given on the command line: in full, or as days before another one. */
final class Since {
    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

    private Since() {}

    /** The instant meant; anything else is a wrong call of the command. */
    static Instant of(String written, Instant newest, CommandLine command) {
        Matcher days = DAYS.matcher(written);
        if (days.matches()) {
            return newest.minus(Duration.ofDays(Long.parseLong(days.group(1))));
        }
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    command, "--since is a number of days such as 30d, or 2026-03-02T00:00:00Z, not " + written);
        }
    }
}
