package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashedNamesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("hash.key");
    }

    @Test
    void theSameValueHasTheSameHashAfterARestart() throws IOException {
        byte[] before = HashedNames.of(file).of("feature who", "Anna");
        assertThat(HashedNames.of(file).of("feature who", "Anna")).isEqualTo(before);
        assertThat(HashedNames.of(folder.resolve("other")).of("feature who", "Anna"))
                .isNotEqualTo(before);
    }

    @Test
    void aHashTellsNothingOfWhereKindEndsAndValueBegins() throws IOException {
        HashedNames names = HashedNames.of(file);
        assertThat(names.of("feature a", "bc")).isNotEqualTo(names.of("feature ab", "c"));
    }

    @Test
    void onlyTheOwnerCanReadTheKey() throws IOException {
        var unused = HashedNames.of(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    }

    /** With another key in its place all categories would be new ones, and all labels without their predictions. */
    @Test
    void aDamagedKeyIsRefusedAndNotReplaced() throws IOException {
        Files.writeString(file, "half a ke");
        assertThatThrownBy(() -> HashedNames.of(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
        assertThat(file).hasContent("half a ke");
    }
}
