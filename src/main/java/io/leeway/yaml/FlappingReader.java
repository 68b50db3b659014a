package io.leeway.yaml;

import io.leeway.alert.Flapping;
import java.util.List;
import java.util.OptionalDouble;

/** Reads when the turns of a rule are held: {@code flapping: {above: 30%, below: 15%}}, or {@code flapping: off}. */
final class FlappingReader {
    private static final String OFF = "off";

    private FlappingReader() {}

    /** What a rule says, or what is usual. */
    static Flapping flapping(Section rule) {
        if (!rule.keys().contains("flapping")) {
            return Flapping.USUAL;
        }
        if (!rule.isSection("flapping")) {
            return rule.text("flapping")
                    .flatMap(text -> text.oneOf(List.of(OFF), word -> word))
                    .map(off -> Flapping.NEVER)
                    .orElse(Flapping.USUAL);
        }
        return rule.section("flapping").map(FlappingReader::limits).orElse(Flapping.USUAL);
    }

    private static Flapping limits(Section section) {
        section.only("above", "below");
        OptionalDouble above = section.needed("above").map(Text::share).orElse(OptionalDouble.empty());
        OptionalDouble below = section.needed("below").map(Text::share).orElse(OptionalDouble.empty());
        if (above.isEmpty() || below.isEmpty()) {
            return Flapping.USUAL;
        }
        if (below.getAsDouble() <= 0 || below.getAsDouble() > above.getAsDouble()) {
            section.problem("below", "below must be more than 0% and not more than above: flapping ends there");
            return Flapping.USUAL;
        }
        return new Flapping(above.getAsDouble(), below.getAsDouble());
    }
}
