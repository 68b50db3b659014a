package io.leeway.alert;

import io.leeway.series.FieldType;
import io.leeway.series.Measurement;
import io.leeway.text.Suggestion;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The figures a rule on one measurement may speak of: its number fields, {@code x.low} and {@code x.high} for the ends of
 * an interval, and {@code baseline.x} for the same figure of the baseline.
 */
public final class FigureNames {
    private static final String BASELINE = "baseline.";

    private final Set<String> fields = new TreeSet<>();

    public FigureNames(Measurement measurement) {
        measurement.fields().forEach((name, type) -> {
            if (type != FieldType.TEXT) {
                fields.add(name);
            }
        });
    }

    private FigureNames(Collection<String> fields) {
        this.fields.addAll(fields);
    }

    /** These and others that a rule works out. */
    public FigureNames with(Collection<String> derived) {
        FigureNames more = new FigureNames(fields);
        more.fields.addAll(derived);
        return more;
    }

    /** The stored name of a figure as written in a rule, if the measurement has it. */
    public Optional<String> stored(String written) {
        if (written.startsWith(BASELINE)) {
            return stored(written.substring(BASELINE.length())).map(name -> BASELINE + name);
        }
        String field = written.replace(".low", "_low").replace(".high", "_high");
        return fields.contains(field) ? Optional.of(field) : Optional.empty();
    }

    /** What to write instead of a name that does not exist. */
    public String suggestion(String written) {
        String bare = written.startsWith(BASELINE) ? written.substring(BASELINE.length()) : written;
        return Suggestion.sentence(bare.replace('.', '_'), all());
    }

    public Collection<String> all() {
        return fields;
    }
}
