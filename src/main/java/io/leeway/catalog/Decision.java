package io.leeway.catalog;

/** Which class a binary model decided for, where only a score was logged. */
public final class Decision {
    private Decision() {}

    /** The class, as a category, on the score's side of the threshold. */
    public static String byScore(double score, Model model) {
        String positive = model.positive().orElse("1");
        return score >= model.settings().threshold() ? positive : negative(positive);
    }

    private static String negative(String positive) {
        return switch (positive) {
            case "1" -> "0";
            case "true" -> "false";
            default -> "not " + positive;
        };
    }
}
