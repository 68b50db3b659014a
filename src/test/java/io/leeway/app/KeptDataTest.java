package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.demo.LogClock;
import io.leeway.state.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README says of every table and of every file of the data folder what is in it, and for how long. */
class KeptDataTest {
    private static final Pattern ROW = Pattern.compile("\\| (`[^|]+`) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @TempDir
    private Path folder;

    @Test
    void everyTableHasARowAndEveryRowATable() throws IOException {
        assertThat(names("Table"))
                .containsExactlyInAnyOrderElementsOf(
                        Stores.tables().stream().map(Table::name).toList());
    }

    @Test
    void everyFileOfTheDataFolderHasARow() throws Exception {
        Service service = Service.start(Settings.embedded(folder, 0), new LogClock(Shop.MONDAY));
        service.stop();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(names("File"))
                    .containsAll(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** The names in the first column of the table of the README with that heading; every other cell says something. */
    private static List<String> names(String heading) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = readme.substring(readme.indexOf("\n| " + heading + " |"));
        return Arrays.stream(table.substring(0, table.indexOf("\n\n")).split("\n"))
                .map(ROW::matcher)
                .filter(row -> row.matches()
                        && !row.group(3).isBlank()
                        && !row.group(4).isBlank())
                .flatMap(row -> NAME.matcher(row.group(1)).results().map(name -> name.group(1)))
                .toList();
    }
}
