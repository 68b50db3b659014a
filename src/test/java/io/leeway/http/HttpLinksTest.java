package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.access.Act;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages behind the links in mails, over a real connection. */
class HttpLinksTest extends ServedApi {
    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ack        | Acknowledge?             | nobody else is called until",
                "silence    | Silence for 2 hours?     | Nobody is told of drift about flights until",
                "until-over | Silence until it is over? | until it is over,"
            })
    void aLinkSaysWhatWillHappenAndNothingHappens(String link, String title, String sentence) throws Exception {
        HttpResponse<String> page = get("/do/" + link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains(title, sentence, "Nothing happens until you press", "<form method=\"post\">");
        assertThat(send(request("/do/" + link).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(onCall.followed).isEmpty();
        assertThat(acts).isEmpty();
    }

    @Test
    void theButtonDoesItAndTheAuditLogSaysWhatAndNotWithWhichLink() throws Exception {
        HttpResponse<String> page = post("/do/ack", FORM, "x=1&name=J%C3%BCrgen+%26+co");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Acknowledged</h1>").doesNotContain("<form");
        assertThat(onCall.followed).containsExactly("ack by Jürgen & co");
        assertThat(acts).singleElement().satisfies(act -> {
            assertThat(act.outcome()).isEqualTo(Act.Outcome.DONE);
            assertThat(act.what()).isEqualTo("POST /do/{link}");
            assertThat(act.subject()).isEqualTo("Acknowledge: incident i1, by a link mailed to on-call");
        });
    }

    @Test
    void whoGivesNoNameCanPressTheButtonToo() throws Exception {
        assertThat(post("/do/silence", FORM, "").body()).contains("<h1>Silenced</h1>");
        assertThat(onCall.followed).containsExactly("silence by ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "old    | 410 | This link has expired",
                "forged | 404 | This is no link of ours",
                "over   | 200 | There is nothing to be done"
            })
    void aLinkThatIsGoodForNothingSaysSoHoweverItIsFollowed(String link, int status, String sentence) throws Exception {
        for (HttpResponse<String> page : List.of(get("/do/" + link), post("/do/" + link, FORM, ""))) {
            assertThat(page.statusCode()).isEqualTo(status);
            assertThat(page.body()).contains(sentence).doesNotContain("<form");
        }
        assertThat(onCall.followed).isEmpty();
    }

    @Test
    void triesWithForgedLinksAreInTheAuditLogButDoNotFillIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(post("/do/forged-" + i, FORM, "").statusCode()).isEqualTo(404);
        }
        for (int i = 0; i < 30; i++) {
            assertThat(post("/do/ack", FORM, "name=%zz").statusCode()).isEqualTo(400);
        }
        assertThat(acts).hasSizeBetween(5, 15).allMatch(act -> act.outcome() == Act.Outcome.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aPageOfAnotherSiteCannotPressTheButton(String site) throws Exception {
        HttpResponse<String> refused =
                send(request("/do/ack").header("Sec-Fetch-Site", site).POST(BodyPublishers.ofString("")));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(onCall.followed).isEmpty();
    }

    @Test
    void thePageHasNoScriptsAndItsFormLeadsNowhereElse() throws Exception {
        HttpResponse<String> page = get("/do/ack");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                        .doesNotContain("script-src", "unsafe"));
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script", "style=\"");
        assertThat(get("/link.css").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoFormIsRefused() throws Exception {
        assertThat(post("/do/ack", FORM, "name=%zz").statusCode()).isEqualTo(400);
        assertThat(onCall.followed).isEmpty();
    }

    @Test
    void namesFromOutsideMeanNothingToTheBrowser() throws Exception {
        onCall.title = "<img src=x onerror=alert(1)> & \"more\"";
        assertThat(get("/do/ack").body())
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;")
                .doesNotContain("<img");
    }
}
