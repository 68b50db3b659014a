package io.leeway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.files.Watched.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTest {
    private final List<String> used = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");

    @BeforeEach
    void write() throws IOException {
        first = Files.writeString(folder.resolve("first"), "a");
        second = Files.writeString(folder.resolve("second"), "b");
    }

    @Test
    void aChangeIsUsedOnceItHasSettled() throws Exception {
        Watched watched = watch();
        assertThat(watched.look()).isEqualTo(Look.SAME);
        Files.writeString(first, "c");
        assertThat(watched.look()).isEqualTo(Look.SAME);
        Files.writeString(second, "d");
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(watched.look()).isEqualTo(Look.REPLACED);
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(used).containsExactly("a b", "c d");
    }

    @Test
    void whatCannotBeUsedIsNamedOnceAndNeverReplacesWhatIsInUse() throws Exception {
        Watched watched = watch();
        Files.writeString(first, "broken");
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(watched.look()).isEqualTo(Look.BROKEN);
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(watched.trouble()).contains("broken b cannot be used");
        Files.writeString(first, "a");
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(watched.look()).isEqualTo(Look.REPLACED);
        assertThat(watched.trouble()).isEmpty();
        assertThat(used).containsExactly("a b", "a b");
    }

    @Test
    void aFileThatIsGoneIsNamedUntilItIsBack() throws Exception {
        Watched watched = watch();
        Files.delete(second);
        assertThat(watched.look()).isEqualTo(Look.BROKEN);
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(watched.trouble().orElseThrow()).contains(second.toString());
        Files.writeString(second, "b");
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(watched.look()).isEqualTo(Look.REPLACED);
        assertThat(watched.trouble()).isEmpty();
    }

    @Test
    void whatCannotBeUsedAtTheBeginningIsRefused() throws Exception {
        Files.writeString(first, "broken");
        assertThatThrownBy(this::watch).isInstanceOf(IOException.class).hasMessage("broken b cannot be used");
    }

    @Test
    void aFileMoreIsAChangeAndWhatIsBrokenAtTheBeginningMayBeMendedLater() throws Exception {
        Files.writeString(first, "broken");
        Watched watched = Watched.whatever(this::listed, this::use);
        assertThat(watched.trouble()).contains("broken b cannot be used");
        assertThat(watched.look()).isEqualTo(Look.SAME);
        Files.writeString(first, "a");
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(watched.look()).isEqualTo(Look.REPLACED);
        Files.writeString(folder.resolve("third"), "c");
        assertThat(watched.look()).isEqualTo(Look.SAME);
        assertThat(watched.look()).isEqualTo(Look.REPLACED);
        assertThat(used).containsExactly("a b", "a b c");
    }

    private List<Path> listed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Watched watch() throws IOException {
        return new Watched(List.of(first, second), this::use);
    }

    private void use(List<Watched.Content> contents) throws IOException {
        String text = contents.stream()
                .map(content -> new String(content.bytes(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        if (text.startsWith("broken")) {
            throw new IOException(text + " cannot be used");
        }
        used.add(text);
    }
}
