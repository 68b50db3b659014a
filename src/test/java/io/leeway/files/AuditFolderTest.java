package io.leeway.files;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leeway.access.AccessMeter;
import io.leeway.access.Act;
import io.leeway.access.Act.Outcome;
import io.leeway.access.Actor;
import io.leeway.access.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AuditFolderTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(AuditFolder.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private int unaudited;

    @TempDir
    private Path parent;

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
    }

    @Test
    void anActIsOneLineHoweverHostileItsNames() throws Exception {
        AuditFolder audit = audit();
        audit.record(act(NOON, "flights"));
        audit.record(act(NOON, "a\n{\"outcome\":\"done\"}\u2028\""));
        Path file = folder().resolve("2026-01-02.jsonl");
        assertThat(Files.readString(file).split("\n"))
                .hasSize(2)
                .contains("{\"time\":\"2026-01-02T12:00:00Z\",\"token\":null,\"name\":null,\"address\":\"local\","
                        + "\"what\":\"reload\",\"subject\":\"flights\",\"outcome\":\"done\",\"detail\":\"\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void everyDayHasItsFileAndOldOnesGo() throws Exception {
        AuditFolder audit = audit();
        for (int day = 0; day < 5; day++) {
            audit.record(act(NOON.plus(Duration.ofDays(day)), "flights"));
        }
        assertThat(names()).containsExactly("2026-01-04.jsonl", "2026-01-05.jsonl", "2026-01-06.jsonl");
    }

    @Test
    void anActThatTheDiskDoesNotTakeIsInTheLogAndTheTroubleIsNamedUntilItIsOver() throws Exception {
        Files.writeString(folder(), "a file where the folder should be");
        AuditFolder audit = audit();
        audit.record(act(NOON, "flights"));
        assertThat(logged.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains("The audit log cannot be written", "\"subject\":\"flights\""));
        assertThat(unaudited).isEqualTo(1);
        assertThat(audit.trouble().orElseThrow()).contains("cannot be written, acts go to the service's log");
        Files.delete(folder());
        audit.record(act(NOON, "credit"));
        assertThat(audit.trouble()).isEmpty();
        assertThat(Files.readString(folder().resolve("2026-01-02.jsonl"))).contains("credit");
    }

    @Test
    void aDayThatIsFullPushesNothingOut() throws Exception {
        AuditFolder audit = audit();
        audit.record(act(NOON, "flights"));
        Path file = folder().resolve("2026-01-02.jsonl");
        byte[] noise = new byte[(int) AuditFolder.MOST_A_DAY];
        Path unused = Files.write(file, noise, StandardOpenOption.APPEND);
        long size = Files.size(file);
        audit.record(act(NOON, "late"));
        assertThat(Files.size(file)).isEqualTo(size);
        assertThat(logged.list)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getFormattedMessage()).contains("enough for a day", "\"subject\":\"late\""));
        audit.record(act(NOON.plus(Duration.ofDays(1)), "next"));
        assertThat(names()).hasSize(2);
    }

    private AuditFolder audit() {
        return new AuditFolder(folder(), Duration.ofDays(2), new AccessMeter() {
            @Override
            public void refused(Refusal why) {
                throw new AssertionError("nobody is refused here");
            }

            @Override
            public void slowed() {
                throw new AssertionError("nobody is slowed here");
            }

            @Override
            public void unaudited() {
                unaudited++;
            }
        });
    }

    private Path folder() {
        return parent.resolve("audit");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Act act(Instant time, String subject) {
        return new Act(time, Actor.SERVICE, "reload", subject, Outcome.DONE, "");
    }
}
