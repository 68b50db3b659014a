package io.leeway.profile;

import io.leeway.event.Categories;
import io.leeway.event.ValueColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The category of each row of a column as a small number: a text's own code, and for each new number the next one. */
class CategoryCodes {
    static final int MISSING = -1;
    static final int WRONG_TYPE = -2;

    private final ValueColumn values;
    private final List<String> categories;
    /** Codes by category; empty until it is first asked for, as it is not where all values are texts. */
    private final Map<String, Integer> codes = new HashMap<>();

    private final Map<Double, Integer> numbers = new HashMap<>();

    CategoryCodes(ValueColumn values) {
        this.values = values;
        this.categories = new ArrayList<>(values.texts());
    }

    /** An argument of {@link #category}, or {@link #MISSING} or {@link #WRONG_TYPE}. */
    int code(int row) {
        return switch (values.kind(row)) {
            case NUMBER -> numbers.computeIfAbsent(values.number(row), number -> codeOf(Categories.of(number)));
            case TEXT -> values.code(row);
            case OTHER -> WRONG_TYPE;
            case MISSING -> MISSING;
        };
    }

    String category(int code) {
        return categories.get(code);
    }

    final int codeOf(String category) {
        if (codes.isEmpty()) {
            numberTexts();
        }
        return codes.computeIfAbsent(category, text -> {
            categories.add(text);
            return categories.size() - 1;
        });
    }

    private void numberTexts() {
        for (int code = 0; code < categories.size(); code++) {
            codes.put(categories.get(code), code);
        }
    }

    int size() {
        return values.size();
    }
}
