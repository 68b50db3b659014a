package io.leeway.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leeway.event.ItemList;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads an answer that is a list of items: an array of texts, numbers or booleans, best first, or an object of what each item is worth.
 */
final class ItemReader {
    /** Nobody looks at more; of what is remembered for each id this is a large part. */
    static final int MOST_ITEMS = 1_000;

    /** The most UTF-16 units of all items together, for the same reason. */
    private static final int MOST_TEXT = 16 * 1024;

    /** The largest gain: a sum of a thousand of them is still exact enough. */
    private static final double LARGEST_GAIN = 1e9;

    private final Limits limits;
    private final Map<String, Double> gains = new LinkedHashMap<>();
    private boolean sound;
    private int text;

    ItemReader(Limits limits) {
        this.limits = limits;
    }

    /** Sets the cell to the list whose first token is at hand, or to something that is no answer. */
    void read(JsonParser parser, Cell cell) throws IOException {
        gains.clear();
        sound = true;
        text = 0;
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            array(parser);
        } else {
            object(parser);
        }
        if (sound) {
            char[] text = new ItemList(gains).text().toCharArray();
            cell.text(text, 0, text.length);
        } else {
            cell.other();
        }
    }

    private void array(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            boolean isName = token.isScalarValue() && token != JsonToken.VALUE_NULL;
            item(isName ? parser.getText() : "", 1);
            parser.skipChildren();
        }
    }

    private void object(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean isGain = parser.nextToken().isNumeric();
            item(name, isGain ? parser.getDoubleValue() : -1);
            parser.skipChildren();
        }
    }

    private void item(String name, double gain) {
        sound &= gain >= 0 && gain <= LARGEST_GAIN && isName(name) && gains.size() < MOST_ITEMS;
        text += name.length();
        sound &= text <= MOST_TEXT;
        if (sound) {
            gains.putIfAbsent(name, gain);
        }
    }

    private boolean isName(String name) {
        return !name.isEmpty() && name.length() <= limits.textBytes() && ItemList.isItem(name);
    }
}
