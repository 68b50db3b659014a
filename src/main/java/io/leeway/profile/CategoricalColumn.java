package io.leeway.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column whose values compare as categories.
 *
 * @param counts empty before and after every use
 * @param kept the categories that stay told apart however many others come
 */
record CategoricalColumn(FeatureKey key, CategoryCodes codes, CodeCounts counts, Set<String> kept) implements Column {
    CategoricalColumn(FeatureKey key, CategoryCodes codes) {
        this(key, codes, new CodeCounts(), Set.of());
    }

    CategoricalColumn keepingThoseOf(List<Layout> layouts) {
        Set<String> all = layouts.size() == 1
                ? layouts.get(0).kept(key)
                : layouts.stream().flatMap(layout -> layout.kept(key).stream()).collect(Collectors.toSet());
        return new CategoricalColumn(key, codes, counts, all);
    }

    @Override
    public void add(Profile profile, int[] rows, int count) {
        CategoricalProfile column = profile.categoricalColumn(key);
        for (int i = 0; i < count; i++) {
            int code = codes.code(rows[i]);
            if (code == CategoryCodes.WRONG_TYPE) {
                column.addWrongType(1);
            } else if (code != CategoryCodes.MISSING) {
                counts.add(code);
            }
        }
        counts.drain((code, times) -> column.add(codes.category(code), times, kept));
    }

    /** How often each category stands in the whole column. */
    Map<String, Long> tally() {
        Map<String, Long> tally = new HashMap<>();
        for (int row = 0; row < codes.size(); row++) {
            int code = codes.code(row);
            if (code >= 0) {
                tally.merge(codes.category(code), 1L, Long::sum);
            }
        }
        return tally;
    }
}
