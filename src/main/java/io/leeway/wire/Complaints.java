package io.leeway.wire;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is wrong with the row in hand, by field: a field given again has only its last value judged. */
final class Complaints {
    private final Map<Field, Complaint> all = new EnumMap<>(Field.class);

    void set(Field field, Optional<Complaint> complaint) {
        if (!all.isEmpty()) {
            all.remove(field);
        }
        complaint.ifPresent(found -> all.put(field, found));
    }

    void add(Field field, Complaint complaint) {
        all.put(field, complaint);
    }

    boolean about(Field field) {
        return !all.isEmpty() && all.containsKey(field);
    }

    Optional<Complaint> first() {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.values().iterator().next());
    }

    void clear() {
        if (!all.isEmpty()) {
            all.clear();
        }
    }
}
