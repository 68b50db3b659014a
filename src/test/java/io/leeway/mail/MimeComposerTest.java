package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentBook;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Level;
import io.leeway.alert.Observation;
import io.leeway.alert.Rule;
import io.leeway.alert.Sample;
import io.leeway.alert.Tags;
import io.leeway.notify.Archive;
import io.leeway.notify.Circle;
import io.leeway.notify.Composer;
import io.leeway.notify.Exhibit;
import io.leeway.notify.Letter;
import io.leeway.notify.Mail;
import io.leeway.notify.MailSettings;
import io.leeway.notify.News;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeComposerTest {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final MimeComposer COMPOSER = new MimeComposer();

    @Test
    void theOpeningSaysWhatMattersFirst() throws Exception {
        Mail mail = mails(new Flights().distanceInKilometres()).get(0);
        assertThat(mail.subject()).isEqualTo("[WARNING] flight-delay: distance drifted from the baseline");
        assertThat(mail.text().substring(0, 90))
                .isEqualTo(
                        "flight-delay: distance drifted from the baseline: PSI 0.332, limit 0.171 (21 May 2001, 196");
        assertThat(mail.text())
                .contains("Model:    flight-delay", "Version:  all versions together", "Level:    warning")
                .contains("Since:    21 May 2001, 00:00 UTC", "What it means", "What to do", "1. Is it one input")
                .contains("Incident: http://127.0.0.1:8080/v1/incidents/", "You are told as on-call by the rule ");
        assertThat(mail.date()).isEqualTo("2001-05-22T01:00:00Z");
    }

    @Test
    void theReaderIsToldWhoElseKnowsAndWhatHappensUnlessSomebodyCares() {
        assertThat(COMPOSER.compose(letter("age", "credit", List.of())).text().replace('\n', ' '))
                .contains(
                        "So is platform. Unless somebody acknowledges it, you are told again after 6 h and lead is told"
                                + " 30 min after the first mail.");
    }

    @Test
    void aBrokenInputIsToldByItsRateAndThatOfTheBaseline() throws Exception {
        Mail mail = mails(new Flights().delaysMissing()).get(0);
        assertThat(mail.subject()).isEqualTo("[CRITICAL] flight-delay: bad values in recent_delay");
        assertThat(mail.text())
                .startsWith(
                        "flight-delay: bad values in recent_delay: missing 69.2 %, limit 30.0 % (16 April 2001, 196")
                .contains("missing 69.2 % (baseline 8.1 %)");
        assertThat(message(mail.bytes()).getHeader("Importance")).containsExactly("high");
    }

    @Test
    void theEndAnswersTheOpeningInItsThread() throws Exception {
        List<Mail> mails = mails(new Flights().distanceInKilometres());
        assertThat(mails).hasSize(2);
        MimeMessage opened = message(mails.get(0).bytes());
        MimeMessage resolved = message(mails.get(1).bytes());
        assertThat(opened.getHeader("In-Reply-To")).isNull();
        assertThat(resolved.getHeader("In-Reply-To")).containsExactly(opened.getMessageID());
        assertThat(resolved.getHeader("References")).containsExactly(opened.getMessageID());
        assertThat(resolved.getSubject()).isEqualTo("[RESOLVED] flight-delay: distance drifted from the baseline");
        assertThat(mails.get(1).text())
                .startsWith("Over after 9 days: flight-delay: distance drifted from the baseline. Now PSI 0.036, limit")
                .contains("Worst:", "PSI 0.607, limit 0.171", "Now:", "PSI 0.036, limit 0.171");
    }

    @Test
    void theHeadersSayThatAMachineWroteIt() throws Exception {
        Mail mail = mails(new Flights().distanceInKilometres()).get(0);
        MimeMessage message = message(mail.bytes());
        Map<String, String> expected = Map.of(
                "From", "Leeway <leeway@example.org>",
                "To", "on-call@example.org",
                "Date", "Tue, 22 May 2001 01:00:00 +0000 (UTC)",
                "Auto-Submitted", "auto-generated",
                "X-Auto-Response-Suppress", "All",
                "List-Id", "<on-call.alerts.leeway.example.org>",
                "X-Leeway-Model", "flight-delay",
                "X-Leeway-State", "open",
                "X-Leeway-Reason", "breach",
                "Message-ID", mail.messageId());
        for (Map.Entry<String, String> header : expected.entrySet()) {
            assertThat(message.getHeader(header.getKey())).as(header.getKey()).containsExactly(header.getValue());
        }
    }

    @Test
    void textAndHtmlAreBothThereAndBothComplete() throws Exception {
        MimeMessage message =
                message(mails(new Flights().distanceInKilometres()).get(0).bytes());
        Multipart bodies = (Multipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(bodies.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(bodies.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        for (int part = 0; part < 2; part++) {
            assertThat(bodies.getBodyPart(part).getHeader("Content-Transfer-Encoding"))
                    .containsExactly("quoted-printable");
            assertThat((String) bodies.getBodyPart(part).getContent())
                    .contains(
                            "PSI 0.332, limit 0.171",
                            "21 May 2001",
                            "196 rows",
                            "all versions together",
                            "Is it one input");
        }
    }

    @Test
    void aMailThatComesLateSaysSoInBothBodiesAndIsOtherwiseTheSame() throws Exception {
        Letter letter = letter("age", "credit", List.of());
        Composer.Composed composed =
                new MimeComposer(incident -> Optional.of(PictureTest.exhibit("age"))).compose(letter);
        MimeNotices notices = new MimeNotices(letter.receivers().mail());
        byte[] late = notices.withNote(composed.bytes(), "This mail was delayed 3 h <b>");
        assertThat(late).isEqualTo(notices.withNote(composed.bytes(), "This mail was delayed 3 h <b>"));
        MimeMessage before = message(composed.bytes());
        MimeMessage after = message(late);
        assertThat(after.getMessageID()).isEqualTo(before.getMessageID());
        assertThat(headerNames(after)).isEqualTo(headerNames(before));
        assertThat(part(after, 0).replace("\r\n", "\n"))
                .isEqualTo(composed.text().replaceFirst("\n", "\n\nThis mail was delayed 3 h <b>\n"));
        assertThat(new String(late, StandardCharsets.US_ASCII).replace("=\r\n", ""))
                .contains("This mail was delayed 3 h &lt;b&gt;</p>")
                .contains("Content-ID: <picture." + letter.messageId().substring(1));
    }

    @Test
    void aFactorBetweenUnitsIsNamedAsTheLikelyCause() {
        Exhibit moved = PictureTest.exhibit("distance");
        Map<String, Double> figures =
                Map.of("mean", 1180.0, "baseline.mean", 740.0, "std", 910.0, "baseline.std", 570.0);
        Exhibit kilometres = new Exhibit("distance", "psi_test", moved.course(), moved.bars(), figures);
        String text = new MimeComposer(incident -> Optional.of(kilometres))
                .compose(letter("distance", "flights", List.of()))
                .text();
        assertThat(text)
                .contains("Likely cause\nMean and spread of distance are both about 1.59 times those of the"
                        + " baseline, as with kilometres in place of miles.");
    }

    @Test
    void whatTheReportSaysOfWhyIsTold() {
        Exhibit moved = PictureTest.exhibit("distance");
        Exhibit explained = new Exhibit(
                "distance",
                "psi_test",
                moved.course(),
                moved.bars(),
                Map.of(),
                List.of("Accuracy of state=NY is 71.0 %.", "age drifted."));
        String text = new MimeComposer(incident -> Optional.of(explained))
                .compose(letter("distance", "flights", List.of()))
                .text();
        assertThat(text).contains("Likely cause\nAccuracy of state=NY is 71.0 %.\nage drifted.\n");
    }

    @Test
    void linesAreShortAndSevenBit() throws Exception {
        for (Mail mail : mails(new Flights().distanceInKilometres().delaysMissing())) {
            String bytes = new String(mail.bytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes.lines()).allMatch(line -> line.length() <= 100);
            assertThat(bytes.chars()).allMatch(octet -> octet < 128);
            assertThat(bytes.replace("\r\n", "")).doesNotContain("\r", "\n");
            assertThat(mail.bytes()).hasSizeLessThan(102_000);
        }
    }

    @Test
    void theSameLetterGivesTheSameBytes() {
        Letter letter = letter("age", "credit", List.of());
        assertThat(new MimeComposer().compose(letter).bytes())
                .isEqualTo(new MimeComposer().compose(letter).bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: evil@example.org",
                "x\nSubject: you have won\n\nbody",
                "x\r\n\r\n<script>alert(1)</script>",
                "</td></tr></table><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "<img src=http://evil.example.org/x.png>",
                "x\u2028Bcc: evil@example.org",
                "\u202Egro.elpmaxe",
                "--=_boundary\r\nContent-Type: text/html\r\n\r\n<b>x",
                "=?utf-8?q?=0D=0ABcc=3A_evil=40example=2Eorg?=",
                "{model} ${names} %s %n \\ $1",
                "Überfällig 期限"
            })
    void aHostileNameStaysAName(String name) throws Exception {
        unharmed(name);
    }

    @Test
    void noNameOfAnyKindAddsAHeaderALineOrAnElement() throws Exception {
        String[] pieces = {
            "\r",
            "\n",
            "\r\n",
            "<",
            ">",
            "\"",
            "'",
            "&",
            "Bcc: a@b.c",
            "=",
            "?",
            "\u0000",
            "\u0085",
            "\u2029",
            "\uD800",
            "ü",
            "期",
            " ",
            ".",
            "\t",
            "x",
            "--",
            "=_",
            "{",
            "}",
            "$1",
            "%s",
            "<b>",
            "]"
        };
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            StringBuilder name = new StringBuilder();
            random.ints(1 + random.nextInt(20), 0, pieces.length).forEach(piece -> name.append(pieces[piece]));
            unharmed(name.toString());
        }
    }

    private static void unharmed(String name) throws MessagingException, IOException {
        MimeMessage plain = message(compose("age", "credit"));
        MimeMessage hostile = message(compose(name, name));
        assertThat(headerNames(hostile)).as(name).isEqualTo(headerNames(plain));
        assertThat(hostile.getSubject()).as(name).doesNotContain("\r", "\n");
        assertThat(hostile.getAllRecipients()).as(name).hasSize(1);
        assertThat(elements(hostile)).as(name).isEqualTo(elements(plain));
        assertThat(part(hostile, 0).lines().count())
                .as(name)
                .isEqualTo(part(plain, 0).lines().count());
    }

    private static List<String> headerNames(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> header.getName())
                .toList();
    }

    private static List<String> elements(MimeMessage message) throws MessagingException, IOException {
        return Arrays.stream(part(message, 1).split("<", -1))
                .skip(1)
                .map(element -> element.substring(0, element.indexOf('>')))
                .map(element -> element.replaceAll("incidents/[a-z2-7]{13}", "incidents/"))
                .toList();
    }

    private static String part(MimeMessage message, int index) throws MessagingException, IOException {
        return (String) ((Multipart) message.getContent()).getBodyPart(index).getContent();
    }

    private static byte[] compose(String feature, String model) {
        return COMPOSER.compose(letter(feature, model, List.of())).bytes();
    }

    static Letter letter(String feature, String model, List<String> thread) {
        Rule rule = Sample.rule();
        Observation day = Sample.day("age", 0, .3);
        Map<String, String> tags = new HashMap<>(day.tags().values());
        tags.put("feature", feature);
        tags.put("model", model);
        Observation window = new Observation(
                "drift", new Tags(tags), day.start(), day.end(), true, 1, 1000, day.figures(), "moved: " + feature);
        IncidentChange change = new IncidentBook(List.of(rule))
                .accept(List.of(window))
                .incidents()
                .get(0);
        MailSettings mail = new MailSettings(
                "Leeway <leeway@example.org>",
                Optional.empty(),
                "example.org",
                List.of(),
                MailSettings.Timeouts.DEFAULTS);
        Receiver receiver = new Receiver("on-call", List.of("me@example.org"), Level.WARNING);
        Receivers receivers =
                new Receivers(mail, Optional.of("https://leeway.example.org"), Map.of("on-call", receiver));
        Incident incident = change.incident();
        return new Letter(
                "<" + incident.rule() + ".1@example.org>",
                thread,
                Instant.parse("2026-03-03T01:00:00Z"),
                News.of(change),
                Optional.of(rule.wording()),
                receiver,
                receivers,
                new Circle(
                        List.of("platform"),
                        Optional.of(Duration.ofHours(6)),
                        List.of(new Circle.Later("lead", Duration.ofMinutes(30)))));
    }

    private static List<Mail> mails(Flights flights) {
        return flights.archive().incidents().stream()
                .flatMap(incident -> flights.archive().thread(incident.id()).stream())
                .map(Archive.Entry::mail)
                .toList();
    }

    private static MimeMessage message(byte[] bytes) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    }
}
