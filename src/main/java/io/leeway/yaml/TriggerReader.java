package io.leeway.yaml;

import io.leeway.alert.Condition;
import io.leeway.alert.ConditionParser;
import io.leeway.alert.Count;
import io.leeway.alert.FigureNames;
import io.leeway.alert.InvalidConditionException;
import io.leeway.alert.Trigger;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code {when: "...", for: {breaches: 2, of: 3}}}. */
final class TriggerReader {
    private TriggerReader() {}

    static Optional<Trigger> trigger(Section section, FigureNames figures) {
        section.only("when", "for");
        Optional<Condition> when = section.needed("when").flatMap(text -> condition(text, figures));
        Count count = section.section("for").map(TriggerReader::count).orElse(Count.ONCE);
        return when.map(condition -> new Trigger(condition, count));
    }

    private static Optional<Condition> condition(Text text, FigureNames figures) {
        try {
            return Optional.of(ConditionParser.parse(text.value(), figures));
        } catch (InvalidConditionException e) {
            text.problem(e.offset(), e.sentence());
            return Optional.empty();
        }
    }

    private static Count count(Section section) {
        section.only("breaches", "of");
        OptionalLong breaches = whole(section, "breaches");
        OptionalLong of = whole(section, "of");
        if (breaches.isEmpty() || of.isEmpty()) {
            return Count.ONCE;
        }
        if (breaches.getAsLong() > of.getAsLong()) {
            section.problem("breaches", "more breaches than windows: breaches must be at most of");
            return Count.ONCE;
        }
        return new Count((int) breaches.getAsLong(), (int) of.getAsLong());
    }

    private static OptionalLong whole(Section section, String key) {
        return section.needed(key).map(text -> text.whole(1, Count.MOST)).orElse(OptionalLong.empty());
    }
}
