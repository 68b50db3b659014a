package io.leeway.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The names of an object's entries in the order in which they came in the rows before: one that comes where it is
 * expected is known by its bytes, any other by its text.
 *
 * @param <T> what a name means
 */
final class NameOrder<T> {
    /** So many names are remembered; what an object has beyond them is read all the same. */
    private static final int MOST = 1024;

    /** How many expected names in a row may be left out without all behind them being unexpected. */
    private static final int LEFT_OUT = 8;

    private final Function<String, T> meanings;
    private final List<Expected<T>> order = new ArrayList<>();
    private int next;
    private Expected<T> current;

    NameOrder(Function<String, T> meanings) {
        this.meanings = meanings;
        this.current = expected("");
    }

    /** An object begins. */
    void begin() {
        next = 0;
    }

    /** Goes on to the next name of the object; false at its end. */
    boolean advance(JsonParser json) throws IOException {
        if (next < order.size()) {
            Expected<T> expected = order.get(next);
            if (json.nextFieldName(expected.form())) {
                current = expected;
                next++;
                return true;
            }
            return json.currentToken() == JsonToken.FIELD_NAME && found(json.currentName());
        }
        return json.nextFieldName() != null && found(json.currentName());
    }

    /** What the name it has come to means. */
    T meaning() {
        return current.meaning();
    }

    private boolean found(String name) {
        int end = Math.min(order.size(), next + LEFT_OUT);
        for (int at = next; at < end; at++) {
            if (order.get(at).form().getValue().equals(name)) {
                current = order.get(at);
                next = at + 1;
                return true;
            }
        }
        current = expected(name);
        if (order.size() < MOST) {
            order.add(next++, current);
        }
        return true;
    }

    private Expected<T> expected(String name) {
        return new Expected<>(new SerializedString(name), meanings.apply(name));
    }

    private record Expected<T>(SerializableString form, T meaning) {}
}
