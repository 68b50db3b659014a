package io.leeway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.GuardedService;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where everybody is asked who they are and where nobody is. */
class PageLoginIT {
    /** For whoever wants to see what the test saw. */
    private static final Path PICTURES = Path.of("target");

    private static final String LISTEN = "window.broken = [];"
            + "addEventListener('securitypolicyviolation', event => broken.push(event.violatedDirective));"
            + "addEventListener('error', event => broken.push(event.message));";
    private static final String SHOWN = "!document.getElementById('model').hidden"
            + " && document.getElementById('model-name').textContent === 'shop'";
    private static final String ASKED =
            "!document.getElementById('login').hidden && document.getElementById('model').hidden";

    @TempDir
    private Path folder;

    @Test
    void somebodyWhoShowsATokenSeesEverythingUntilTheyLeave() throws Exception {
        try (GuardedService service = GuardedService.start(folder);
                Chromium browser = Chromium.start(Files.createDirectory(folder.resolve("browser")))) {
            service.fill();
            browser.before(LISTEN);
            browser.open(service.address());
            browser.until(ASKED);
            browser.screenshot(PICTURES.resolve("page-asked.png"));

            show(browser, "lw_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            browser.until("document.getElementById('refused').textContent.startsWith('The token is not known here')");
            show(browser, service.reader());
            browser.until(SHOWN);
            browser.screenshot(PICTURES.resolve("page-shown.png"));
            assertThat(browser.value("document.cookie + JSON.stringify({...sessionStorage, ...localStorage})"
                            + " + document.getElementById('token').value + location.href"))
                    .isEqualTo("{}" + service.address() + "/");

            browser.open(service.address());
            browser.until(SHOWN);
            assertThat(browser.value("document.getElementById('name').textContent"))
                    .isEqualTo("on-call");
            browser.run("document.getElementById('leave').click()");
            browser.until(ASKED);
            assertThat(browser.value("document.body.textContent")).doesNotContain("shop");
            assertThat(browser.value("broken.join()")).isEmpty();
        }
    }

    @Test
    void whereNobodyIsAskedThePageIsSimplyThere() throws Exception {
        try (GuardedService service = GuardedService.startOpen(folder);
                Chromium browser = Chromium.start(Files.createDirectory(folder.resolve("browser")))) {
            service.fill();
            browser.before(LISTEN);
            browser.open(service.address());
            browser.until(SHOWN);
            assertThat(browser.value(
                            "document.getElementById('login').hidden && document.getElementById('who').hidden"))
                    .isEqualTo("true");
            assertThat(browser.value("broken.join()")).isEmpty();
        }
    }

    private static void show(Chromium browser, String token) {
        browser.run("document.getElementById('token').value = '" + token + "';"
                + "document.getElementById('login').requestSubmit()");
    }
}
