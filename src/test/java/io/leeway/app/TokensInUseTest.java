package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running service and its tokens file. */
class TokensInUseTest {
    @TempDir
    private Path folder;

    @Test
    void changesOfTheFileHoldWithoutARestartAndABrokenFileChangesNothing() throws Exception {
        try (GuardedService service = GuardedService.start(folder)) {
            String reader = service.reader();
            String another = service.token("another", "read");
            soon(() -> service.get(another, "/v1/models").statusCode() == 200);

            String good = Files.readString(service.tokens().path());
            Files.writeString(service.tokens().path(), good + "nonsense\n");
            soon(() -> service.get(reader, "/readyz")
                    .body()
                    .contains("{\"name\":\"tokens\",\"state\":\"degraded\",\"detail\":\"the tokens file "
                            + service.tokens().path() + " cannot be used: line 6: it has not 7 columns"));
            assertThat(service.get(another, "/v1/models").statusCode()).isEqualTo(200);

            Files.writeString(service.tokens().path(), good);
            assertThat(service.tokens().remove(another.substring(3, 15))).isTrue();
            // 401, or 429 when it was tried too often above.
            soon(() -> service.get(another, "/v1/models").statusCode() != 200);
            assertThat(service.get(reader, "/readyz").body()).contains("{\"name\":\"tokens\",\"state\":\"up\"");
            assertThat(service.get(reader, "/metrics").body())
                    .containsPattern("leeway_access_refused_total\\{reason=\"unknown\"} [1-9]")
                    .contains("leeway_access_refused_total{reason=\"scope\"} 0.0\n", "leeway_access_slowed_total ")
                    .contains("leeway_audit_failed_total 0.0\n");
        }
        assertThat(audit().stream()
                        .map(line -> line.replaceAll(".*\"subject\":\"(\\w+)\",\"outcome\":\"(\\w+)\".*", "$1 $2")))
                .containsExactly("tokens done", "tokens failed", "tokens done");
    }

    @Test
    void aServiceWhoseTokensFileIsMissingDoesNotStart() {
        assertThatThrownBy(() -> GuardedService.start(folder, settings -> {
                            assertThat(folder.resolve("tokens").toFile().delete())
                                    .isTrue();
                            return settings;
                        })
                        .close())
                .isInstanceOf(NoSuchFileException.class);
    }

    private List<String> audit() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data").resolve("audit"))) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    private static void soon(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(20)).until(holds);
    }
}
