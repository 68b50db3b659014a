package io.leeway.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the parts that are asked for, prints their tables and writes them to {@code target/bench}:
 *
 * <pre>mvn -q test-compile exec:exec@bench -Dbench=ingest,latency -Dbench.quick=true</pre>
 *
 * <p>Properties: {@code bench} (parts: ingest, latency, rows, models, labels, freshness, report, recovery, and endurance, rules, storm
 * and drift only when named), {@code bench.quick} (short, one run), {@code bench.runs}, {@code
 * bench.rate} (rows a second of the ingest cost; 0: as many as go), {@code bench.minutes} (of the endurance), {@code bench.streams} (a folder of streams of known drift), {@code bench.busy} (measure although the machine is busy with other
 * things; such rows are marked).
 */
public final class Bench {
    private static final Path FOLDER = Path.of("target", "bench");

    /** What runs unless parts are named. */
    private static final List<Part> USUAL = List.of(
            new IngestCost(),
            new Latency(),
            new GrowingRows(),
            new GrowingModels(),
            new LabelJoins(),
            new Freshness(),
            new WideReport(),
            new JudgingCost(),
            new Recovery());

    private static final List<Part> NAMED =
            List.of(new Endurance(), new DriftProof(), new OpenInstances(), new MailStorm());

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Part> parts = asked(System.getProperty("bench", ""));
        if (parts.stream().anyMatch(Part::needsSilence)) {
            refuseBusyMachine();
        }
        Files.createDirectories(FOLDER);
        Plan plan = Plan.asked(FOLDER.toAbsolutePath());
        for (Part part : parts) {
            List<Table> tables = part.measure(plan);
            plan.clear();
            String text = markdown(tables);
            System.out.println(text);
            Files.writeString(FOLDER.resolve(part.name() + ".md"), text);
            Files.writeString(
                    FOLDER.resolve(part.name() + ".json"), json(tables).encodePrettily());
        }
    }

    private static List<Part> asked(String names) {
        List<Part> asked = new ArrayList<>();
        for (String name :
                Arrays.stream(names.split(",")).filter(it -> !it.isEmpty()).toList()) {
            asked.add(all().stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no part " + name + "; there are "
                            + all().stream().map(Part::name).toList())));
        }
        return asked.isEmpty() ? USUAL : asked;
    }

    private static List<Part> all() {
        return Stream.concat(USUAL.stream(), NAMED.stream()).toList();
    }

    private static void refuseBusyMachine() throws InterruptedException {
        double foreign = Machine.foreign(Duration.ofSeconds(2));
        if (foreign > Machine.BUSY && !Boolean.getBoolean("bench.busy")) {
            throw new IllegalStateException(
                    "%.2f cores are busy with other things: wait, or measure all the same with -Dbench.busy=true"
                            .formatted(foreign));
        }
    }

    private static String markdown(List<Table> tables) throws IOException {
        StringBuilder text = new StringBuilder();
        facts().forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        tables.forEach(table -> text.append('\n').append(table.markdown()));
        return text.toString();
    }

    private static JsonObject json(List<Table> tables) throws IOException {
        JsonArray array = new JsonArray();
        tables.forEach(table -> array.add(table.json()));
        JsonObject facts = new JsonObject();
        facts().forEach(facts::put);
        return JsonObject.of("facts", facts, "tables", array);
    }

    private static Map<String, String> facts() throws IOException {
        Map<String, String> facts = Machine.facts();
        facts.put("disk", Machine.disk(FOLDER));
        return facts;
    }
}
