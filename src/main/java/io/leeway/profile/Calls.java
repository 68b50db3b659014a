package io.leeway.profile;

import io.leeway.event.Batch;
import java.util.Optional;

/**
 * The classes that were predicted in a batch, each with the part of the scale from 0 to 1 in which its probability lies; and
 * how that is written as a category.
 */
public final class Calls {
    /** How many parts there are. */
    public static final int PARTS = 20;

    /** Between part and class: the part comes first, so that the class may be any text. */
    private static final char BETWEEN = ':';

    private final CallCodes codes;

    public Calls(Batch batch) {
        codes = new CallCodes(batch);
    }

    /** The call of a row as a category; empty where no probability of the predicted class was logged. */
    public Optional<String> at(int row) {
        int code = codes.code(row);
        return code < 0 ? Optional.empty() : Optional.of(codes.category(code));
    }

    /** The class of a call. */
    public static String predicted(String call) {
        return call.substring(call.indexOf(BETWEEN) + 1);
    }

    /** Its part, from 0. */
    public static int part(String call) {
        return Integer.parseInt(call.substring(0, call.indexOf(BETWEEN)));
    }

    static String text(String predicted, int part) {
        return part + String.valueOf(BETWEEN) + predicted;
    }

    /** That of a probability; 1 lies in the last. */
    static int part(double probability) {
        return Math.max(0, Math.min(PARTS - 1, (int) (probability * PARTS)));
    }
}
