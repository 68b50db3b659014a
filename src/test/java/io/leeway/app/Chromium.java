package io.leeway.app;

import io.leeway.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A browser without a window, of the test's own. */
final class Chromium {
    private static final int SCRIPT_MILLIS = 5_000;

    private Chromium() {}

    /** What a page has become once its scripts have run; skips the test where there is no browser, unless one is required. */
    static String dom(URI page, Path folder) throws IOException, InterruptedException {
        Program chromium = Program.find("chromium");
        Path dom = folder.resolve("dom.html");
        Process browser = new ProcessBuilder(
                        chromium.toString(),
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
}
