package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What routes and silences see of an incident: what its rule groups by, and rule, level, owner and version. */
public final class Labels {
    private static final Set<String> ADDED = Set.of("rule", "level", "owner", "model", "version");

    private Labels() {}

    static Tags of(Incident incident, String owner) {
        Map<String, String> all = new HashMap<>(incident.labels().values());
        all.put("rule", incident.rule());
        all.put("level", incident.level().text());
        all.put("owner", owner);
        all.put("version", incident.version());
        return new Tags(all);
    }

    /** Every label that a route or a silence can ask for, where rules group by these tags. */
    public static Set<String> known(Set<String> tags) {
        Set<String> all = new TreeSet<>(tags);
        all.addAll(ADDED);
        return all;
    }
}
