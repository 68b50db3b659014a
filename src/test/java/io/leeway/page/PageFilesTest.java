package io.leeway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the files of the page must keep to, so that {@code Content-Security-Policy: default-src 'self'} holds. */
class PageFilesTest {
    private static final Path PAGE = Path.of("src", "main", "resources", "page");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:src=|<link[^>]*href=|from )[\"']\\.?/?([^\"'/][^\"']*)[\"']");

    @Test
    void everyFileItRefersToIsThere() throws IOException {
        for (Path file : files()) {
            List<String> names = REFERENCE
                    .matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(names)
                    .as(file.toString())
                    .allSatisfy(name -> assertThat(PAGE.resolve(name)).exists());
        }
    }

    @Test
    void nothingComesFromElsewhere() throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
            assertThat(text).as(file.toString()).doesNotContain("http://", "https://", "url(", "@import");
        }
    }

    @Test
    void noScriptAndNoStyleStandsInTheMarkup() throws IOException {
        String markup = Files.readString(PAGE.resolve("index.html"));
        assertThat(markup).doesNotContainPattern("<style").doesNotContainPattern("\\s(style|on[a-z]+)=");
        assertThat(markup).doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void dataNeverBecomesMarkupOrCode() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function");
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(PAGE)) {
            return files.sorted().toList();
        }
    }
}
