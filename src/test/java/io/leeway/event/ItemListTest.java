package io.leeway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemListTest {
    @Test
    void itsTextBringsItBackInItsOrder() {
        Map<String, Double> gains = new LinkedHashMap<>();
        gains.put("zebra \"1\", [2]", 0.25);
        gains.put("apple", 1.0);
        gains.put("mühe", 0.0);
        ItemList list = new ItemList(gains);
        assertThat(ItemList.parse(list.text()).orElseThrow().items()).isEqualTo(list.items());
        assertThat(ItemList.parse(list.text())).contains(list);
        assertThat(ItemList.parse(ItemList.of(List.of()).text())).contains(ItemList.of(List.of()));
    }

    @Test
    void anItemNamedTwiceStandsWhereItStoodFirst() {
        assertThat(ItemList.of(List.of("a", "b", "a")).items()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "[\"a\"]", "1"})
    void otherTextsAreNone(String text) {
        assertThat(ItemList.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uFDD0", "\uFDD0a", "\uFDD0a\uFDD2x\uFDD1", "\uFDD0a\uFDD2-1\uFDD1", "\uFDD0\uFDD2\uFDD2\uFDD1"
            })
    void whateverBeginsAsOneCanBeRead(String text) {
        assertThat(ItemList.parse(text).orElseThrow().relevant()).isEmpty();
    }
}
