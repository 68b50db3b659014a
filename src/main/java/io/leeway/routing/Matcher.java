package io.leeway.routing;

import io.leeway.alert.Tags;
import io.leeway.text.NamePattern;
import java.util.List;

/**
 * A question to one label. A label that is not there is the empty text.
 *
 * @param any one of these must match, at least one
 */
public record Matcher(String label, List<NamePattern> any) {
    public Matcher {
        any = List.copyOf(any);
        if (any.isEmpty()) {
            throw new IllegalArgumentException(label + " needs a value to match");
        }
    }

    public boolean matches(Tags labels) {
        String value = labels.get(label);
        return any.stream().anyMatch(pattern -> pattern.matches(value));
    }

    /** As a person writes it: {@code model=credit-*}. */
    @Override
    public String toString() {
        return label + "="
                + String.join("|", any.stream().map(NamePattern::written).toList());
    }
}
