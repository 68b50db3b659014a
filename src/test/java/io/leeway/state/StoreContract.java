package io.leeway.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store does. */
public interface StoreContract {
    Table FRUIT = new Table("fruit");
    Table STONES = new Table("stones");
    List<Table> TABLES = List.of(FRUIT, STONES);

    /** An empty store with {@link #TABLES}; the same one within a test. */
    Store store();

    @Test
    default void whatIsPutIsThere() {
        put(FRUIT, "apple", "red");
        assertThat(store().get(FRUIT, bytes("apple"))).hasValue(bytes("red"));
        assertThat(store().get(FRUIT, bytes("pear"))).isEmpty();
    }

    @Test
    default void tablesDoNotShareKeys() {
        put(FRUIT, "apple", "red");
        assertThat(store().get(STONES, bytes("apple"))).isEmpty();
    }

    @Test
    default void anEmptyValueIsAValue() {
        put(FRUIT, "apple", "");
        assertThat(store().get(FRUIT, bytes("apple"))).hasValue(new byte[0]);
    }

    @Test
    default void laterChangesOfACommitWin() {
        Changes changes = new Changes();
        changes.put(FRUIT, bytes("apple"), bytes("green"));
        changes.delete(FRUIT, bytes("apple"));
        changes.put(FRUIT, bytes("apple"), bytes("red"));
        changes.put(FRUIT, bytes("pear"), bytes("yellow"));
        changes.delete(FRUIT, bytes("pear"));
        store().commit(changes);
        assertThat(keys(FRUIT, "a", "z")).containsExactly("apple");
        assertThat(store().get(FRUIT, bytes("apple"))).hasValue(bytes("red"));
    }

    @Test
    default void deletingWhatIsNotThereIsFine() {
        Changes changes = new Changes();
        changes.delete(FRUIT, bytes("apple"));
        store().commit(changes);
        assertThat(keys(FRUIT, "a", "z")).isEmpty();
    }

    @Test
    default void anEmptyCommitIsFine() {
        store().commit(new Changes());
        assertThat(keys(FRUIT, "a", "z")).isEmpty();
    }

    @Test
    default void deleteIfRemovesTheValueThatWasSeen() {
        put(FRUIT, "apple", "red");
        deleteIf(FRUIT, "apple", "red");
        assertThat(store().get(FRUIT, bytes("apple"))).isEmpty();
    }

    @Test
    default void deleteIfKeepsAValueThatWasWrittenMeanwhile() {
        put(FRUIT, "apple", "green");
        deleteIf(FRUIT, "apple", "red");
        assertThat(store().get(FRUIT, bytes("apple"))).hasValue(bytes("green"));
    }

    @Test
    default void deleteIfOfAMissingKeyIsFine() {
        deleteIf(FRUIT, "apple", "");
        assertThat(store().get(FRUIT, bytes("apple"))).isEmpty();
    }

    @Test
    default void deleteIfSeesTheEarlierChangesOfItsCommit() {
        put(FRUIT, "apple", "red");
        put(FRUIT, "pear", "red");
        put(FRUIT, "plum", "red");
        Changes changes = new Changes();
        changes.put(FRUIT, bytes("apple"), bytes("green"));
        changes.deleteIf(FRUIT, bytes("apple"), bytes("red"));
        changes.put(FRUIT, bytes("pear"), bytes("green"));
        changes.deleteIf(FRUIT, bytes("pear"), bytes("green"));
        changes.deleteIf(FRUIT, bytes("plum"), bytes("blue"));
        changes.deleteIf(FRUIT, bytes("plum"), bytes("red"));
        store().commit(changes);
        assertThat(keys(FRUIT, "a", "z")).containsExactly("apple");
    }

    @Test
    default void deleteRangeTakesTheFirstAndLeavesTheEnd() {
        List.of("a", "b", "c", "d").forEach(key -> put(FRUIT, key, key));
        put(STONES, "b", "b");
        Changes changes = new Changes();
        changes.deleteRange(FRUIT, bytes("b"), bytes("d"));
        changes.put(FRUIT, bytes("c"), bytes("again"));
        store().commit(changes);
        assertThat(keys(FRUIT, "a", "z")).containsExactly("a", "c", "d");
        assertThat(keys(STONES, "a", "z")).containsExactly("b");
    }

    @Test
    default void aRangeThatIsEmptyOrBackwardsDeletesNothing() {
        put(FRUIT, "b", "b");
        Changes changes = new Changes();
        changes.deleteRange(FRUIT, bytes("b"), bytes("b"));
        changes.deleteRange(FRUIT, bytes("c"), bytes("a"));
        store().commit(changes);
        assertThat(keys(FRUIT, "a", "z")).containsExactly("b");
    }

    @Test
    default void aScanIsInUnsignedOrderAndHalfOpen() {
        byte[][] keys = {{0}, {0, 0}, {1}, {127}, {(byte) 128}, {(byte) 128, 5}, {(byte) 254}};
        Changes changes = new Changes();
        for (int i = keys.length - 1; i >= 0; i--) {
            changes.put(FRUIT, keys[i], keys[i]);
        }
        changes.put(FRUIT, new byte[] {(byte) 255}, new byte[0]);
        store().commit(changes);
        List<byte[]> seen = new ArrayList<>();
        store().scan(FRUIT, new byte[] {0}, new byte[] {(byte) 255}, (key, value) -> seen.add(value));
        assertThat(seen.toArray(byte[][]::new)).isDeepEqualTo(keys);
    }

    @Test
    default void aScanStopsWhenToldTo() {
        List.of("a", "b", "c").forEach(key -> put(FRUIT, key, key));
        List<String> seen = new ArrayList<>();
        store().scan(FRUIT, bytes("a"), bytes("z"), (key, value) -> {
            seen.add(new String(key, UTF_8));
            return seen.size() < 2;
        });
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    default void aScanBackwardsIsEmpty() {
        put(FRUIT, "b", "b");
        assertThat(keys(FRUIT, "c", "a")).isEmpty();
        assertThat(keys(FRUIT, "b", "b")).isEmpty();
    }

    @Test
    default void aScanShowsOneMomentThoughItsVisitorWrites() {
        List.of("a", "b", "c").forEach(key -> put(FRUIT, key, "old"));
        List<String> seen = new ArrayList<>();
        store().scan(FRUIT, bytes("a"), bytes("z"), (key, value) -> {
            put(FRUIT, "c", "new");
            put(FRUIT, "d", "new");
            return seen.add(new String(key, UTF_8) + " " + new String(value, UTF_8));
        });
        assertThat(seen).containsExactly("a old", "b old", "c old");
        assertThat(keys(FRUIT, "a", "z")).containsExactly("a", "b", "c", "d");
    }

    @Test
    default void closingTwiceIsFineAndUseAfterItSaysSo() {
        store().sync();
        store().close();
        store().close();
        assertThatThrownBy(() -> put(FRUIT, "apple", "red"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> store().get(FRUIT, bytes("apple"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys(FRUIT, "a", "z")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().sync()).isInstanceOf(IllegalStateException.class);
    }

    private void put(Table table, String key, String value) {
        Changes changes = new Changes();
        changes.put(table, bytes(key), bytes(value));
        store().commit(changes);
    }

    private void deleteIf(Table table, String key, String value) {
        Changes changes = new Changes();
        changes.deleteIf(table, bytes(key), bytes(value));
        store().commit(changes);
    }

    private List<String> keys(Table table, String from, String to) {
        List<String> keys = new ArrayList<>();
        store().scan(table, bytes(from), bytes(to), (key, value) -> keys.add(new String(key, UTF_8)));
        return keys;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
