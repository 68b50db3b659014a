package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.demo.Demo;
import io.leeway.yaml.InvalidYamlException;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees after the first command: the weeks, the incidents, and the mails that on-call would have got. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final Session SESSION = Session.getInstance(new Properties());

    private List<String> told = List.of();
    private List<MimeMessage> mails = List.of();

    @BeforeAll
    void run(@TempDir Path folder) throws IOException, InvalidYamlException {
        StringWriter out = new StringWriter();
        Warnings warnings = new Warnings();
        Demo.Options options = new Demo.Options(0, Optional.of(folder), Optional.empty(), true);
        var unused = new Demo(options, new PrintWriter(out)).run();
        warnings.close();
        told = out.toString().lines().toList();
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            mails = files.sorted().map(DemoIT::message).toList();
        }
    }

    @Test
    void everyWeekIsToldAndTheFaultsStandInTheirs() {
        List<String> weeks = told.stream()
                .filter(line -> line.matches("2001-\\d\\d-\\d\\d .*"))
                .toList();
        assertThat(weeks).hasSize(17);
        assertThat(weeks.stream().filter(line -> line.contains(": ")))
                .satisfiesExactly(
                        week -> assertThat(week).startsWith("2001-04-16").contains("recent_delay: 32.2 % of values"),
                        week -> assertThat(week).startsWith("2001-05-21").contains("distance: psi 0.42"));
        assertThat(weeks.get(0)).contains("1,390", "0.766", "0.728", "98.0%");
    }

    @Test
    void theIncidentsNameTheFaults() {
        assertThat(told)
                .anyMatch(line -> line.contains("critical  flight-delay has been sent nothing for "))
                .anyMatch(line -> line.endsWith("critical  flight-delay: bad values in recent_delay"))
                .anyMatch(line -> line.endsWith("warning   flight-delay: distance drifted from the baseline"));
    }

    @Test
    void everyMailStatesModelVersionInputValueLimitRowsWindowAndWhatToDo() throws Exception {
        for (MimeMessage mail : mails.stream().filter(DemoIT::isOfInputs).toList()) {
            assertThat(text(mail))
                    .containsPattern("Model: +flight-delay\n")
                    .containsPattern("Version: +all versions together\n")
                    .containsPattern("Affected: +(recent_delay|distance|hour)")
                    .containsPattern("(Found|Worst): +(missing|PSI) [0-9.]+( %)?, limit [0-9.]+( %)?\n")
                    .containsPattern("\n +\\d+ (April|May|June) 2001, \\d+ rows\n")
                    .containsPattern("What to do\n1\\. .+\n2\\. ");
        }
        assertThat(mails).anyMatch(mail -> text(mail).contains("recent_delay"));
        assertThat(mails).anyMatch(mail -> text(mail).contains("distance"));
    }

    @Test
    void everyEndIsInTheThreadOfItsOpening() throws Exception {
        List<MimeMessage> ends = inState("resolved");
        assertThat(ends).hasSameSizeAs(inState("open"));
        for (MimeMessage end : ends) {
            MimeMessage opening = inState("open").stream()
                    .filter(mail -> header(mail, "X-Leeway-Incident").equals(header(end, "X-Leeway-Incident")))
                    .findFirst()
                    .orElseThrow();
            assertThat(header(end, "In-Reply-To")).isEqualTo(opening.getMessageID());
            assertThat(header(end, "References")).isEqualTo(opening.getMessageID());
            assertThat(end.getSubject().replaceFirst("\\[.*?]", ""))
                    .isEqualTo(opening.getSubject().replaceFirst("\\[.*?]", ""));
            assertThat(end.getSentDate()).isAfter(opening.getSentDate());
        }
    }

    private List<MimeMessage> inState(String state) {
        return mails.stream()
                .filter(DemoIT::isOfInputs)
                .filter(mail -> header(mail, "X-Leeway-State").equals(state))
                .toList();
    }

    private static MimeMessage message(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(SESSION, in);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(file + " is no mail", e);
        }
    }

    /** Silence is that of the model, and in a replay by days it begins and ends between two looks. */
    private static boolean isOfInputs(MimeMessage mail) {
        return !text(mail).contains("has been sent nothing");
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ",");
        } catch (MessagingException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The plain text, which is the first of the two bodies. */
    private static String text(MimeMessage mail) {
        try {
            Multipart bodies = (Multipart) mail.getContent();
            return ((String) bodies.getBodyPart(0).getContent()).replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new AssertionError("no text in a mail", e);
        }
    }
}
