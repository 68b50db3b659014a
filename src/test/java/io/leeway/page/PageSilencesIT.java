package io.leeway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.GuardedService;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The silences on the page, in a real browser. */
class PageSilencesIT {
    private static final String LISTEN = "window.broken = [];"
            + "addEventListener('securitypolicyviolation', event => broken.push(event.violatedDirective));"
            + "addEventListener('error', event => broken.push(event.message));";
    private static final String SILENCE =
            "{\"matchers\":{\"model\":\"<b>credit-*\"},\"until\":\"resolved\",\"author\":\"Ann\",\"reason\":\"the feed"
                    + " is being repaired\"}";
    private static final String SHOWN = "document.querySelectorAll('.silence').length === 1";
    private static final String END = "document.querySelector('.silence button').click()";

    @TempDir
    private Path folder;

    @Test
    void whoIsSilentWhyAndUntilWhenIsShownAndEndedAtOnceWhereNobodyIsAsked() throws Exception {
        try (GuardedService service = GuardedService.startOpen(folder);
                Chromium browser = Chromium.start(Files.createDirectory(folder.resolve("browser")))) {
            silence(service);
            browser.before(LISTEN);
            browser.open(service.address());
            browser.until(SHOWN);
            assertThat(browser.value("document.querySelector('.silence').textContent"))
                    .contains("model <b>credit-*", "Ann, until it is over, ", "the feed is being repaired");
            browser.screenshot(Path.of("target", "page-silences.png"));
            browser.run(END);
            browser.until("document.getElementById('silenced').hidden");
            assertThat(service.get("", "/v1/silences").body()).contains("\"state\":\"expired\"");
            assertThat(browser.value("broken.join()")).isEmpty();
        }
    }

    @Test
    void whoMayOnlyReadIsAskedForATokenThatMayEndIt() throws Exception {
        try (GuardedService service = GuardedService.start(folder);
                Chromium browser = Chromium.start(Files.createDirectory(folder.resolve("browser")))) {
            silence(service);
            browser.before(LISTEN);
            browser.open(service.address());
            browser.until("!document.getElementById('login').hidden");
            browser.run("document.getElementById('token').value = '" + service.reader() + "';"
                    + "document.getElementById('login').requestSubmit()");
            browser.until(SHOWN);
            browser.run(END);
            browser.until("document.querySelector('.silence form') !== null");
            token(browser, service.reader());
            browser.until("document.querySelector('.silence [role=alert]').textContent.includes('operate')");
            assertThat(service.get(service.reader(), "/v1/silences").body()).contains("\"state\":\"active\"");
            token(browser, service.operator());
            browser.until("document.getElementById('silenced').hidden");
            assertThat(browser.value("broken.join()")).isEmpty();
        }
    }

    private static void token(Chromium browser, String token) {
        browser.run("document.querySelector('.silence input').value = '" + token + "';"
                + "document.querySelector('.silence form').requestSubmit()");
    }

    private static void silence(GuardedService service) throws Exception {
        HttpResponse<String> answer = service.send(service.operator(), "POST", "/v1/silences", SILENCE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        service.later(Duration.ofMinutes(1));
    }
}
