package io.leeway.app;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A browser without a window, of the test's own. */
final class Chromium {
    private static final int SCRIPT_MILLIS = 5_000;

    private Chromium() {}

    /** What a page has become once its scripts have run; skips the test where there is no browser, unless one is required. */
    static String dom(URI page, Path folder) throws IOException, InterruptedException {
        if (executable().isEmpty()) {
            String sentence = "chromium is not on the PATH";
            return List.of(System.getProperty("leeway.require", "").split(",")).contains("chromium")
                    ? fail(sentence + ", and -Dleeway.require names it")
                    : abort(sentence + ": the page is not opened");
        }
        Path dom = folder.resolve("dom.html");
        Process browser = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=" + SCRIPT_MILLIS,
                        "--dump-dom",
                        page.toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int unused = browser.waitFor();
        return Files.readString(dom, StandardCharsets.UTF_8);
    }

    private static List<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .toList();
    }
}
