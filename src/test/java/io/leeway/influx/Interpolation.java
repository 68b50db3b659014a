package io.leeway.influx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Grafana puts into a query before it sends it. */
record Interpolation(String timeFilter, String interval, Map<String, Choice> choices) {
    static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+):(raw|regex|text)\\}");

    Interpolation with(String variable, Choice choice) {
        Map<String, Choice> changed = new LinkedHashMap<>(choices);
        changed.put(variable, choice);
        return new Interpolation(timeFilter, interval, changed);
    }

    String apply(String query) {
        String timed = query.replace("$timeFilter", timeFilter).replace("$__interval", interval);
        return REFERENCE
                .matcher(timed)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String variable, String format) {
        Choice choice = choices.get(variable);
        if (choice == null) {
            throw new IllegalArgumentException("no variable " + variable);
        }
        return format.equals("regex") ? choice.regex() : choice.raw();
    }

    /** What somebody chose of a variable. */
    sealed interface Choice {
        String raw();

        String regex();
    }

    /** One value or several. */
    record Values(List<String> values) implements Choice {
        private static final Pattern SPECIAL = Pattern.compile("[\\\\^$*+?.()|\\[\\]{}/]");

        @Override
        public String raw() {
            return String.join(",", values);
        }

        @Override
        public String regex() {
            String any = values.stream()
                    .map(value -> SPECIAL.matcher(value).replaceAll("\\\\$0"))
                    .collect(Collectors.joining("|"));
            return values.size() == 1 ? any : "(" + any + ")";
        }
    }

    /** All of them, by what the variable says for that; Grafana does not escape it. */
    record All(String value) implements Choice {
        @Override
        public String raw() {
            return value;
        }

        @Override
        public String regex() {
            return value;
        }
    }
}
