package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTroubleTest {
    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("a.yml"), "a.yml does not exist, or a folder on its way"),
                Arguments.of(new AccessDeniedException("a.yml"), "a.yml may not be read or written by this user"),
                Arguments.of(new FileAlreadyExistsException("data"), "data cannot be read or written"),
                Arguments.of(new FileSystemException("a.yml", null, "Is a directory"), "a.yml: Is a directory"),
                Arguments.of(new IOException("a sentence of our own"), "a sentence of our own"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void isSaidInASentence(IOException trouble, String sentence) {
        assertThat(FileTrouble.sentence(trouble)).isEqualTo(sentence);
    }
}
