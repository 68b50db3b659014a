package io.leeway.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References as settings write them. Numbers are bounded: each window of a reference is read for every report. */
public final class ReferenceTexts {
    /** What there is, for a sentence. */
    public static final String FORMS =
            "\"baseline\", \"seasonal baseline\", \"previous\", \"trailing 28\", \"trailing 28 offset 7\" or"
                    + " \"seasonal 8\"";

    private static final Pattern TRAILING = Pattern.compile("trailing (\\d{1,3})(?: offset (\\d{1,3}))?");
    private static final Pattern SEASONAL = Pattern.compile("seasonal (\\d{1,2})");
    private static final int MOST_WINDOWS = 100;
    private static final int MOST_WEEKS = 52;

    private ReferenceTexts() {}

    /** The reference of that text; empty where there is none such. */
    public static Optional<ReferenceRule> parse(String text) {
        return switch (text) {
            case "baseline" -> Optional.of(new ReferenceRule.Baseline());
            case "seasonal baseline" -> Optional.of(new ReferenceRule.SeasonalBaseline());
            case "previous" -> Optional.of(new ReferenceRule.Previous());
            default -> trailing(text).or(() -> seasonal(text));
        };
    }

    private static Optional<ReferenceRule> trailing(String text) {
        Matcher matcher = TRAILING.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        int offset = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return count > 0 && count <= MOST_WINDOWS && offset <= MOST_WINDOWS
                ? Optional.of(new ReferenceRule.Trailing(count, offset))
                : Optional.empty();
    }

    private static Optional<ReferenceRule> seasonal(String text) {
        Matcher matcher = SEASONAL.matcher(text);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)))
                        .filter(weeks -> weeks > 0 && weeks <= MOST_WEEKS)
                        .map(ReferenceRule.Seasonal::new)
                : Optional.empty();
    }
}
