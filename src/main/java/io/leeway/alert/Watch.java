package io.leeway.alert;

import io.leeway.text.Glob;
import java.util.List;
import java.util.Map;

/**
 * The windows a rule looks at.
 *
 * @param measurement a name of the {@code series} vocabulary
 * @param only the value some tags must have, {@code window} among them
 * @param per the tags that tell one instance of the rule from another
 * @param models a model is watched when one of these matches its name
 */
public record Watch(String measurement, Tags only, List<String> per, List<Glob> models) {
    public Watch {
        per = List.copyOf(per);
        models = List.copyOf(models);
    }

    boolean includes(Observation window) {
        Map<String, String> tags = window.tags().values();
        return window.measurement().equals(measurement)
                && only.values().entrySet().stream()
                        .allMatch(tag -> tag.getValue().equals(tags.get(tag.getKey())))
                && tags.keySet().containsAll(per)
                && selects(window.tags().get("model"));
    }

    /** Whether windows of a model may be among them. */
    boolean selects(String model) {
        return models.stream().anyMatch(glob -> glob.matches(model));
    }

    Tags instance(Observation window) {
        return window.tags().only(per);
    }
}
