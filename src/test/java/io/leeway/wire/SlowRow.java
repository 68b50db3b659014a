package io.leeway.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one row means by the contract, worked out the plain way: a map from what a value is of to the value. Empty stands
 * for a row that is rejected.
 */
final class SlowRow {
    private final Map<String, Said> fields = new HashMap<>();
    private final Map<String, String> means = new TreeMap<>();
    private boolean rejected;

    private SlowRow(List<Said.Member> members) {
        members.forEach(member -> fields.put(member.name(), member.value()));
    }

    static Optional<Map<String, String>> prediction(List<Said.Member> members) {
        SlowRow row = new SlowRow(members);
        row.head();
        row.version();
        row.answer("prediction");
        row.answer("label");
        row.probability("score", row.field("score"));
        row.entries("scores", "class ");
        row.entries("features", "feature ");
        row.require(row.means.containsKey("prediction") || row.means.containsKey("score") || row.likeliest());
        return row.result();
    }

    static Optional<Map<String, String>> label(List<Said.Member> members) {
        SlowRow row = new SlowRow(members);
        row.head();
        row.answer("label");
        row.require(row.means.containsKey("id") && row.means.containsKey("label"));
        return row.result();
    }

    private Optional<Map<String, String>> result() {
        return rejected ? Optional.empty() : Optional.of(means);
    }

    private Said field(String name) {
        return fields.getOrDefault(name, new Said.Nothing());
    }

    private void head() {
        String id = word(field("id"));
        require(id.getBytes(StandardCharsets.UTF_8).length <= 256 && id.equals(stored(id)));
        if (!id.isEmpty()) {
            means.put("id", id);
        }
        require(missing(field("model")) || word(field("model")).equals("m"));
        means.put("at", time(field("timestamp")).toString());
    }

    private void version() {
        String version = word(field("version"));
        require(version.getBytes(StandardCharsets.UTF_8).length <= 256 && !version.equals("*"));
        means.put("version", version.isEmpty() ? "default" : category(version));
    }

    private Instant time(Said said) {
        Instant time = Shown.ARRIVAL;
        if (said instanceof Said.Digits digits && !missing(said)) {
            require(digits.value() >= 1e11 && Double.isFinite(digits.value()));
            time = Instant.ofEpochMilli((long) digits.value());
        } else if (said instanceof Said.Text text) {
            time = parsed(text.text());
        } else {
            require(missing(said));
        }
        require(!time.isBefore(Instant.EPOCH));
        return Instant.ofEpochMilli(rejected ? 0 : time.toEpochMilli());
    }

    private Instant parsed(String text) {
        try {
            require(text.matches("\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-].{2,8})"));
            return Instant.parse(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            require(false);
            return Shown.ARRIVAL;
        }
    }

    private void answer(String name) {
        Said said = field(name);
        Optional<String> items = name.equals("label") ? SlowItems.label(said) : SlowItems.prediction(said);
        require(!structured(said) || items.isPresent());
        if (items.isPresent()) {
            means.put(name, "'" + stored(items.get()) + "'");
        } else if (!missing(said)
                && !(said instanceof Said.Text text && text.text().isEmpty())) {
            means.put(name, value(said));
        }
    }

    private void probability(String name, Said said) {
        boolean given = said instanceof Said.Digits digits && digits.value() >= 0 && digits.value() <= 1;
        require(given || missing(said));
        if (given) {
            means.put(name, value(said));
        }
    }

    private void entries(String field, String prefix) {
        require(missing(field(field)) || field(field) instanceof Said.Members);
        if (field(field) instanceof Said.Members members) {
            members.all().stream().filter(member -> !member.name().isEmpty()).forEach(member -> entry(prefix, member));
        }
    }

    private void entry(String prefix, Said.Member member) {
        String name = prefix + stored(member.name());
        means.remove(name);
        if (prefix.equals("class ")) {
            probability(name, member.value());
        } else if (!missing(member.value())) {
            means.put(name, value(member.value()));
        }
        require(prefix.equals("class ") || member.name().length() <= 256);
    }

    /** The row predicts the class of the greatest probability, of equal ones the first by name. */
    private boolean likeliest() {
        Optional<String> name = means.keySet().stream()
                .filter(key -> key.startsWith("class "))
                .max(Comparator.<String>comparingDouble(key -> Double.parseDouble(means.get(key)))
                        .thenComparing(Comparator.reverseOrder()));
        name.ifPresent(key -> means.put("prediction", "'" + category(key.substring("class ".length())) + "'"));
        return name.isPresent();
    }

    private String word(Said said) {
        require(!structured(said));
        if (said instanceof Said.Text text) {
            return text.text();
        }
        return said instanceof Said.Digits digits && !missing(said) ? digits.written() : "";
    }

    private void require(boolean holds) {
        rejected |= !holds;
    }

    private static boolean missing(Said said) {
        return said instanceof Said.Nothing || (said instanceof Said.Digits digits && Double.isNaN(digits.value()));
    }

    private static boolean structured(Said said) {
        return value(said).equals("other");
    }

    private static String value(Said said) {
        if (said instanceof Said.Text text) {
            return "'" + category(text.text()) + "'";
        }
        boolean finite = said instanceof Said.Digits digits && !Double.isInfinite(digits.value());
        return finite ? Double.toString(0.0 + ((Said.Digits) said).value()) : missing(said) ? "-" : "other";
    }

    private static String category(String text) {
        return stored(text.equals("True") || text.equals("False") ? text.toLowerCase(Locale.ROOT) : text);
    }

    /** As UTF-8 gives it back. */
    private static String stored(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
