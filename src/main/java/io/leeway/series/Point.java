package io.leeway.series;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a time series. The measurement, its tags and the type of every field are checked against the
 * {@link Vocabulary}: a point that cannot be made cannot be written wrongly.
 *
 * @param measurement a name of the {@link Vocabulary}
 * @param time the start of the window it speaks of
 * @param tags every tag of the measurement, in the vocabulary's order
 * @param fields at least one; values are {@link Double} (finite), {@link Long} or {@link String} as the vocabulary says;
 *     a figure that does not exist is absent
 */
public record Point(String measurement, Instant time, Map<String, String> tags, Map<String, Object> fields) {
    public Point {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        Vocabulary.measurement(measurement).check(tags, fields);
    }
}
