package io.leeway.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items in an order, each with what it is worth: the answer of a model that ranks, best first, or the items that turned out
 * to be relevant. In columns and wherever answers go it is one text, which begins with a code point that is no character and
 * so is no category.
 *
 * @param gains by item, in the order of the list; an item named twice stands where it stood first
 */
public record ItemList(Map<String, Double> gains) {
    private static final char BEGINNING = '\uFDD0';
    private static final char ITEM_END = '\uFDD1';
    private static final char GAIN = '\uFDD2';

    public ItemList {
        gains = Collections.unmodifiableMap(new LinkedHashMap<>(gains));
    }

    /** Items that are worth 1 each. */
    public static ItemList of(List<String> items) {
        Map<String, Double> gains = new LinkedHashMap<>();
        items.forEach(item -> gains.put(item, 1.0));
        return new ItemList(gains);
    }

    /** The items, best first. */
    public List<String> items() {
        return List.copyOf(gains.keySet());
    }

    /** Those that are worth something. */
    public Map<String, Double> relevant() {
        Map<String, Double> some = new LinkedHashMap<>(gains);
        some.values().removeIf(gain -> gain <= 0);
        return some;
    }

    /** Whether a name can be an item's. */
    public static boolean isItem(String name) {
        return name.chars().noneMatch(each -> each >= BEGINNING && each <= GAIN);
    }

    /** Whether a text is a list. */
    public static boolean is(String text) {
        return !text.isEmpty() && text.charAt(0) == BEGINNING;
    }

    /** All of it as one text. */
    public String text() {
        StringBuilder text = new StringBuilder().append(BEGINNING);
        gains.forEach((item, gain) -> {
            text.append(item);
            if (gain != 1) {
                text.append(GAIN).append(gain);
            }
            text.append(ITEM_END);
        });
        return text.toString();
    }

    /** What {@link #text} made; empty of any other text. */
    public static Optional<ItemList> parse(String text) {
        if (!is(text)) {
            return Optional.empty();
        }
        Map<String, Double> gains = new LinkedHashMap<>();
        for (String item : items(text)) {
            int gain = item.indexOf(GAIN);
            if (gain < 0) {
                gains.putIfAbsent(item, 1.0);
            } else {
                gains.putIfAbsent(item.substring(0, gain), number(item.substring(gain + 1)));
            }
        }
        return Optional.of(new ItemList(gains));
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        int from = 1;
        for (int end = text.indexOf(ITEM_END, from); end >= 0; end = text.indexOf(ITEM_END, from)) {
            items.add(text.substring(from, end));
            from = end + 1;
        }
        return items;
    }

    /** A text that was never a gain is worth nothing. */
    private static double number(String text) {
        try {
            double gain = Double.parseDouble(text);
            return gain >= 0 && gain < Double.POSITIVE_INFINITY ? gain : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
