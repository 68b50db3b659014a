package io.leeway.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreViewTest {
    private static final Table FRUIT = new Table("fruit");
    private static final byte[] APPLE = "apple".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void whatIsCommittedIsSeenWhileAnotherHasTheFolderAndGoesOn() {
        try (Store owner = RocksStore.open(folder.resolve("state"), List.of(FRUIT))) {
            owner.commit(put("red"));
            try (Store view = StoreView.in(folder)) {
                owner.commit(put("green"));
                assertThat(view.get(FRUIT, APPLE)).as("as it was opened").hasValue("red".getBytes(UTF_8));
                assertThat(scanned(view)).containsExactly("red");
            }
            assertThat(owner.get(FRUIT, APPLE)).hasValue("green".getBytes(UTF_8));
            try (Store view = StoreView.in(folder)) {
                assertThat(scanned(view)).containsExactly("green");
            }
        }
    }

    @Test
    void aTableThatIsNotThereYetIsEmpty() {
        RocksStore.open(folder.resolve("state"), List.of(FRUIT)).close();
        try (Store view = StoreView.in(folder)) {
            assertThat(view.get(new Table("stones"), APPLE)).isEmpty();
            assertThat(scanned(view)).isEmpty();
        }
    }

    @Test
    void nothingIsChangedAndNothingIsMade() {
        assertThatThrownBy(() -> StoreView.in(folder.resolve("none")).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("none");
        assertThat(folder.resolve("none")).doesNotExist();
        RocksStore.open(folder.resolve("state"), List.of(FRUIT)).close();
        try (Store view = StoreView.in(folder)) {
            assertThatThrownBy(() -> view.commit(put("red"))).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static List<String> scanned(Store store) {
        List<String> all = new ArrayList<>();
        store.scan(FRUIT, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> all.add(new String(value, UTF_8)));
        return all;
    }

    private static Changes put(String value) {
        Changes changes = new Changes();
        changes.put(FRUIT, APPLE, value.getBytes(UTF_8));
        return changes;
    }
}
