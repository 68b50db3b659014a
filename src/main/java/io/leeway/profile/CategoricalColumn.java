package io.leeway.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A column whose values compare as categories.
 *
 * @param kept the categories that stay told apart however many others come
 */
record CategoricalColumn(FeatureKey key, CategoryCodes codes, Set<String> kept) implements Column {
    CategoricalColumn keepingThoseOf(List<Layout> layouts) {
        Set<String> all = layouts.size() == 1
                ? layouts.get(0).kept(key)
                : layouts.stream().flatMap(layout -> layout.kept(key).stream()).collect(Collectors.toSet());
        return new CategoricalColumn(key, codes, all);
    }

    @Override
    public void add(Profile profile, int[] rows, int count) {
        CategoricalProfile column = profile.categoricalColumn(key);
        int[] found = new int[count];
        int valid = 0;
        for (int i = 0; i < count; i++) {
            int code = codes.code(rows[i]);
            if (code == CategoryCodes.WRONG_TYPE) {
                column.addWrongType(1);
            } else if (code != CategoryCodes.MISSING) {
                found[valid++] = code;
            }
        }
        addRuns(column, found, valid);
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

    /** Equal codes stand together once sorted: one look-up for each category, not for each row. */
    private void addRuns(CategoricalProfile column, int[] found, int valid) {
        Arrays.sort(found, 0, valid);
        int first = 0;
        for (int i = 1; i <= valid; i++) {
            if (i == valid || found[i] != found[first]) {
                String category = codes.category(found[first]);
                column.add(category, i - first, kept.contains(category));
                first = i;
            }
        }
    }
}
