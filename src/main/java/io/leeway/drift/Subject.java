package io.leeway.drift;

/** What about a feature can change. */
public enum Subject {
    VALUES("values"),
    MISSING("are missing"),
    /** No row has a value any more. */
    VANISHED("are missing: the feature has vanished"),
    /** Rows have values where the reference has none at all. */
    APPEARED("are missing: the feature has appeared"),
    WRONG_TYPE("are of a wrong type"),
    NEW_CATEGORY("are in categories the baseline never saw"),
    BELOW_RANGE("lie below the baseline's least"),
    ABOVE_RANGE("lie above the baseline's greatest"),
    STUCK("are one and the same"),
    /** How many rows there are, of the window and not of a feature. */
    VOLUME("rows");

    private final String words;

    Subject(String words) {
        this.words = words;
    }

    /** How a sentence says it of values: "60.1 % of values are missing". */
    String words() {
        return words;
    }

    /** Whether it is a rate and not the distribution of the values. */
    public boolean isRate() {
        return this != VALUES;
    }
}
