package io.leeway.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that may not write files above 24 MiB: it appends to a journal until a write fails, then tries once more. */
final class LimitedProcess {
    private static final int ENTRY = 1 << 20;

    private LimitedProcess() {}

    /** Runs the process on a folder: how many entries it got acknowledged, then what it was told twice. */
    static List<String> run(Path folder) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 49152 && exec \"$@\"",
                        "sh",
                        java,
                        "-Xmx128m",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LimitedProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        int unused = process.waitFor();
        return lines;
    }

    public static void main(String[] arguments) {
        try (Journal journal = RocksJournal.open(Path.of(arguments[0]))) {
            List<String> failures = new ArrayList<>();
            while (failures.size() < 2) {
                try {
                    journal.append(List.of(new byte[ENTRY]));
                } catch (JournalException failure) {
                    failures.add(String.valueOf(failure.getMessage()));
                }
            }
            System.out.println(journal.end());
            failures.forEach(System.out::println);
        }
    }
}
