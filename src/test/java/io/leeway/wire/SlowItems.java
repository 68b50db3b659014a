package io.leeway.wire;

import io.leeway.event.ItemList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer that is a list means, the plain way; empty where it means nothing. */
final class SlowItems {
    private SlowItems() {}

    static Optional<String> prediction(Said said) {
        return said instanceof Said.Elements elements ? text(members(elements)) : Optional.empty();
    }

    static Optional<String> label(Said said) {
        return said instanceof Said.Members members ? text(members.all()) : prediction(said);
    }

    private static List<Said.Member> members(Said.Elements elements) {
        return elements.all().stream()
                .map(item -> new Said.Member(name(item), new Said.Digits("1")))
                .toList();
    }

    private static String name(Said item) {
        if (item instanceof Said.Text text) {
            return text.text();
        }
        return item instanceof Said.Digits digits ? digits.written() : "";
    }

    private static Optional<String> text(List<Said.Member> items) {
        Map<String, Double> gains = new LinkedHashMap<>();
        for (Said.Member item : items) {
            double gain = item.value() instanceof Said.Digits digits ? digits.value() : -1;
            boolean named = !item.name().isEmpty()
                    && item.name().length() <= 256
                    && item.name().chars().noneMatch(each -> each >= 0xFDD0 && each <= 0xFDD2);
            if (!named || !(gain >= 0 && gain <= 1e9) || gains.size() == 1_000) {
                return Optional.empty();
            }
            gains.putIfAbsent(item.name(), gain);
        }
        return Optional.of(new ItemList(gains).text());
    }
}
