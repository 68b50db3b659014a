package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What routes and silences see of an incident: what its rule groups by, and rule, level, owner and version. */
public final class Labels {
    private static final Set<String> ADDED = Set.of("rule", "level", "owner", "model", "version");

    private Labels() {}

    /** The labels of incidents of some rules; those of a rule that is gone belong to the first receiver there is. */
    public static Function<Incident, Tags> of(Collection<Rule> rules, Receivers receivers) {
        Map<String, String> owners = new HashMap<>();
        rules.forEach(rule -> owners.put(rule.name(), rule.wording().owner()));
        String first = receivers.all().keySet().stream().findFirst().orElse("");
        return incident -> of(incident, owners.getOrDefault(incident.rule(), first));
    }

    private static Tags of(Incident incident, String owner) {
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
