package io.leeway.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A measurement of the {@link Vocabulary}.
 *
 * @param tags the tags every point has, in the order in which they are written
 * @param fields the fields a point may have, with their types
 */
public record Measurement(String name, List<String> tags, Map<String, FieldType> fields) {
    public Measurement {
        tags = List.copyOf(tags);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    void check(Map<String, String> pointTags, Map<String, Object> pointFields) {
        if (!new ArrayList<>(pointTags.keySet()).equals(tags)) {
            throw new IllegalArgumentException(name + " has the tags " + tags + ", not " + pointTags.keySet());
        }
        if (pointFields.isEmpty()) {
            throw new IllegalArgumentException("a point of " + name + " needs a field");
        }
        pointFields.forEach(this::checkField);
    }

    private void checkField(String field, Object value) {
        FieldType type = fields.get(field);
        if (type == null) {
            throw new IllegalArgumentException(name + " has no field " + field);
        }
        if (!type.holds(value)) {
            throw new IllegalArgumentException(name + "." + field + " is a " + type + ", not " + value);
        }
    }
}
