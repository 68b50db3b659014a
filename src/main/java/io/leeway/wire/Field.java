package io.leeway.wire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names a row's format reserves. */
enum Field {
    ID,
    TIMESTAMP,
    MODEL,
    VERSION,
    PREDICTION,
    SCORE,
    SCORES,
    LABEL,
    FEATURES;

    private static final Map<String, Optional<Field>> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Field::text, Optional::of));

    /** As it stands in a row: {@code id}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that name; empty for a name that is not reserved. */
    static Optional<Field> of(String name) {
        return BY_NAME.getOrDefault(name, Optional.empty());
    }
}
