package io.leeway.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalException;
import io.leeway.segments.SegmentJournal;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that writes without end and says what is acknowledged, until it is killed. */
final class KilledProcess {
    private KilledProcess() {}

    /** Runs the process on a folder and kills it as soon as it has acknowledged that many entries. */
    static void run(Path folder, int entries) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader acknowledged = process.inputReader(UTF_8)) {
            awaitLine(acknowledged, String.valueOf(entries));
        } finally {
            int killed = process.destroyForcibly().waitFor();
            assert killed != 0;
        }
    }

    private static void awaitLine(BufferedReader lines, String awaited) throws IOException {
        String line = lines.readLine();
        while (!awaited.equals(line)) {
            if (line == null) {
                throw new IOException("the process ended before it acknowledged " + awaited);
            }
            line = lines.readLine();
        }
    }

    public static void main(String[] arguments) throws IOException, JournalException {
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
                Store store = RocksStore.open(folder.state(), StoreContract.TABLES);
                Journal journal = SegmentJournal.open(folder.journal())) {
            for (int number = 1; true; number++) {
                byte[] bytes = String.valueOf(number).getBytes(UTF_8);
                journal.append(List.of(bytes, bytes));
                Changes changes = new Changes();
                StoreContract.TABLES.forEach(table -> changes.put(table, bytes, bytes));
                store.commit(changes);
                System.out.println(number);
            }
        }
    }
}
