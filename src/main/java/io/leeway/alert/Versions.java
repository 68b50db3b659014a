package io.leeway.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The instances of rules that differ in their version alone. One whose windows have stopped while another's go on is of a
 * version that was retired: nothing will ever clear it. Not safe for threads.
 */
final class Versions {
    private static final String VERSION = "version";
    /** The version of a window of all versions together, which goes on whichever of them is retired. */
    private static final String ALL = "*";

    private final Map<Family, Members> families = new HashMap<>();
    private final Set<Members> moved = new LinkedHashSet<>();

    /** A window of an instance. */
    void seen(Rule rule, Tags instance, Group group, Instant end) {
        if (rule.watch().per().contains(VERSION) && !instance.get(VERSION).equals(ALL)) {
            Members family = families.computeIfAbsent(Family.of(rule, instance), unused -> new Members());
            family.seen(instance, group, end);
            moved.add(family);
        }
    }

    /** Retires instances and brings others back; returns the groups in which that changed something. */
    Set<Group> retire() {
        Set<Group> changed = new LinkedHashSet<>();
        moved.forEach(family -> family.retire(changed));
        moved.clear();
        return changed;
    }

    /** Nothing is known of these groups any more. */
    void forget(Collection<Group> gone) {
        families.values().removeIf(members -> members.groups.values().removeAll(gone) && members.groups.isEmpty());
    }

    private record Family(String rule, Tags others) {
        static Family of(Rule rule, Tags instance) {
            List<String> others = new ArrayList<>(rule.watch().per());
            others.remove(VERSION);
            return new Family(rule.name(), instance.only(others));
        }
    }

    private static final class Members {
        private final Map<Tags, Group> groups = new LinkedHashMap<>();
        private Instant newest = Instant.MIN;

        void seen(Tags instance, Group group, Instant end) {
            groups.put(instance, group);
            newest = end.isAfter(newest) ? end : newest;
        }

        void retire(Set<Group> changed) {
            groups.forEach((instance, group) -> {
                if (group.member(instance).retireBefore(newest)) {
                    changed.add(group);
                }
            });
        }
    }
}
