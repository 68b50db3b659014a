package io.leeway.rehearsal;

import io.leeway.yaml.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a figure in consecutive windows: {@code "0.03x5 _ 12%x2"} is five times 0.03, one window without a value, and
 * two times 0.12. A single value without a count holds for every window.
 *
 * @param values at least one
 */
record Samples(List<OptionalDouble> values) {
    /** More windows than four years of days have are not played. */
    static final int MOST = 1500;

    private static final Pattern SAMPLE =
            Pattern.compile("(_|[+-]?\\d{1,15}(?:\\.\\d{1,15})?(?:e-?\\d{1,2})?)(%?)(?:x(\\d{1,4}))?");

    Samples {
        values = List.copyOf(values);
    }

    /** What a script writes; what cannot be read is told. */
    static Optional<Samples> of(Text text) {
        List<OptionalDouble> values = new ArrayList<>();
        for (String part : text.value().trim().split("\\s+")) {
            Matcher sample = SAMPLE.matcher(part);
            if (!sample.matches()) {
                text.problem("values such as 0.03x5 _ 12% are needed (x5: five windows, _: no value), not " + part);
                return Optional.empty();
            }
            int times = sample.group(3) == null ? 1 : Integer.parseInt(sample.group(3));
            for (int i = 0; i < times && values.size() <= MOST; i++) {
                values.add(value(sample.group(1), sample.group(2).isEmpty() ? 1 : 100));
            }
        }
        if (values.isEmpty() || values.size() > MOST) {
            text.problem("from 1 to " + MOST + " windows are needed, not " + values.size());
            return Optional.empty();
        }
        return Optional.of(new Samples(values));
    }

    boolean constant() {
        return values.size() == 1;
    }

    OptionalDouble in(int window) {
        return constant() ? values.get(0) : values.get(window);
    }

    private static OptionalDouble value(String written, int divisor) {
        return written.equals("_") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(written) / divisor);
    }
}
