package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be said of docker-compose.yml without Docker. */
class ComposeTest {
    private static final Pattern COPIED = Pattern.compile("COPY (?!--from)(\\S+) ");

    private Map<String, Object> file = Map.of();
    private Map<String, Object> services = Map.of();

    @BeforeEach
    void read() throws IOException {
        file = yaml("docker-compose.yml");
        services = Board.map(file, "services");
    }

    @Test
    void everyServiceSaysWhetherItIsWell() {
        assertThat(services.keySet())
                .contains("influxdb", "grafana", "mailpit", "leeway")
                .allSatisfy(name -> assertThat(service(name)).as(name).containsKey("healthcheck"));
    }

    @Test
    void everyPortIsOfThisMachineOnly() {
        assertThat(all("ports")).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void everyFolderThatIsMountedIsThere() {
        Set<String> volumes = Board.map(file, "volumes").keySet();
        assertThat(all("volumes")).isNotEmpty().allMatch(mount -> {
            String source = mount.split(":")[0];
            return volumes.contains(source) || Files.isDirectory(Path.of(source));
        });
    }

    @Test
    void whatIsCopiedIntoTheBuildIsThere() {
        String dockerfile = Board.text(Board.map(service("leeway"), "build"), "dockerfile_inline");
        assertThat(COPIED.matcher(dockerfile).results().map(found -> found.group(1)))
                .contains(".mvn", "pom.xml", "src")
                .allMatch(source -> Files.exists(Path.of(source)));
    }

    @Test
    void imagesArePinned() {
        assertThat(services.keySet().stream()
                        .map(name -> Board.text(service(name), "image"))
                        .filter(image -> !image.isEmpty()))
                .isNotEmpty()
                .allMatch(image -> Pattern.matches(".+:v?\\d+\\.\\d+.*", image));
    }

    @Test
    void whatWaitsForAnotherWaitsForOneThatIsThere() {
        for (String name : services.keySet()) {
            assertThat(services.keySet())
                    .containsAll(Board.map(service(name), "depends_on").keySet());
        }
    }

    @Test
    void leewayAndGrafanaSpeakToTheSameDatabase() {
        Map<String, Object> leeway = environment("leeway");
        Map<String, Object> influxdb = environment("influxdb");
        assertThat(environment("grafana"))
                .containsEntry("LEEWAY_SERIES_URL", leeway.get("LEEWAY_SERIES_URL"))
                .containsEntry("LEEWAY_SERIES_DATABASE", leeway.get("LEEWAY_SERIES_DATABASE"));
        assertThat(influxdb)
                .containsEntry("DOCKER_INFLUXDB_INIT_BUCKET", leeway.get("LEEWAY_SERIES_DATABASE"))
                .containsEntry("DOCKER_INFLUXDB_INIT_ORG", leeway.get("LEEWAY_SERIES_ORG"))
                .containsEntry("DOCKER_INFLUXDB_INIT_ADMIN_TOKEN_FILE", leeway.get("LEEWAY_SERIES_TOKEN_FILE"));
    }

    @Test
    void theBoardsUseTheDataSourceThatIsProvisioned() throws IOException {
        List<Map<String, Object>> sources =
                Board.list(yaml("dashboards/provisioning/datasources/influxdb.yml"), "datasources");
        assertThat(sources).hasSize(1);
        Pattern used = Pattern.compile("\"type\": \"influxdb\",\\s+\"uid\": \"([^\"]+)\"");
        for (Board board : Board.all()) {
            assertThat(used.matcher(board.text()).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .containsOnly(Board.text(sources.get(0), "uid"));
        }
    }

    private Map<String, Object> service(String name) {
        return Board.map(services, name);
    }

    private Map<String, Object> environment(String name) {
        return Board.map(service(name), "environment");
    }

    private List<String> all(String key) {
        return services.keySet().stream()
                .flatMap(name -> ((List<?>) service(name).getOrDefault(key, List.of())).stream())
                .map(String::valueOf)
                .toList();
    }

    private static Map<String, Object> yaml(String path) throws IOException {
        return new Yaml().load(Files.readString(Path.of(path)));
    }
}
