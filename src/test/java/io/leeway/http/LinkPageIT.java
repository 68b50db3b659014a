package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.page.Chromium;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page behind a link in a mail in a real browser: it obeys its own policy, and its button works on a phone. */
class LinkPageIT extends ServedApi {
    private static final Path PICTURES = Path.of("target");
    private static final String LISTEN = "window.broken = [];"
            + " document.addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective))";

    @TempDir
    private Path folder;

    @Test
    void theButtonIsPressedOnAPhoneAndNothingHappensBefore() throws Exception {
        onCall.title = "flights: distance drifted from the baseline";
        try (Chromium browser = Chromium.start(Files.createDirectory(folder.resolve("browser")))) {
            browser.before(LISTEN);
            browser.phone();
            browser.open(URI.create(address + "/do/silence"));
            browser.until("document.querySelector('button') !== null");
            browser.screenshot(Files.createDirectories(PICTURES).resolve("link-before.png"));
            assertThat(browser.value("document.documentElement.scrollWidth <= innerWidth"))
                    .as("it fits a phone")
                    .isEqualTo("true");
            assertThat(browser.value("document.querySelector('button').offsetHeight >= 44"))
                    .as("a thumb hits the button")
                    .isEqualTo("true");
            assertThat(onCall.followed).isEmpty();
            browser.run("document.querySelector('input').value = 'Ann'; document.querySelector('button').click()");
            browser.until("document.querySelector('h1').textContent === 'Silenced'");
            browser.screenshot(PICTURES.resolve("link-behind.png"));
            assertThat(onCall.followed).containsExactly("silence by Ann");
            assertThat(browser.value("broken.join()")).isEmpty();
        }
    }
}
