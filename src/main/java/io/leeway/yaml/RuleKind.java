package io.leeway.yaml;

import io.leeway.alert.Derivation;
import io.leeway.alert.FigureNames;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.alert.Trigger;
import io.leeway.alert.Trust;
import io.leeway.alert.Watch;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A kind of rule: what it may watch, and what its levels say. Whatever they say becomes conditions on figures. */
interface RuleKind {
    /** As written behind {@code kind}. */
    String name();

    /** What it may watch; one alone need not be written. */
    List<String> measurements();

    /** The keys of a rule that this kind alone has. */
    default List<String> keys() {
        return List.of();
    }

    /** When a window is judged. */
    default Trust trust(Section rule, Trust written) {
        return written;
    }

    /** What its conditions may speak of beside the figures of the measurement. */
    default Derivation derivation(Section rule, Watch watch, Trust written) {
        return Derivation.NONE;
    }

    /** What one level says. */
    Optional<Trigger> trigger(Section level, FigureNames figures);

    /** What clears a rule that does not say. */
    default Trigger clear(SortedMap<Level, List<Trigger>> levels) {
        return Rule.clearedBy(levels);
    }
}
