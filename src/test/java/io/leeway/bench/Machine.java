package io.leeway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the figures were measured on, and how busy it was with other things. */
final class Machine {
    /** Cores' worth of foreign work beyond which figures are not to be trusted. */
    static final double BUSY = 0.1;

    /** Columns of {@code /proc/stat}: user, nice, system, idle, iowait, irq, softirq, and then what guests took. */
    private static final int IDLE = 3;

    private static final int IO_WAIT = 4;
    private static final int OWN_COLUMNS = 7;

    private Machine() {}

    /** Facts to stand beside every table. */
    static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("JDK", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put(
                "processor",
                Runtime.getRuntime().availableProcessors() + " x " + lineOf("/proc/cpuinfo", "model name"));
        facts.put("memory", lineOf("/proc/meminfo", "MemTotal"));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("service", String.join(" ", ServiceProcess.OPTIONS) + ", " + ServiceProcess.LANES + " lanes");
        return facts;
    }

    /** Which kind of disk a folder stands on. */
    static String disk(Path folder) throws IOException {
        return Files.getFileStore(folder).type();
    }

    /** Processor seconds of everything that ran since the start of the system. */
    static double busy() {
        long[] ticks = Arrays.stream(lineOf("/proc/stat", "cpu ").strip().split(" +"))
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(ticks).limit(OWN_COLUMNS).sum();
        return (all - ticks[IDLE] - ticks[IO_WAIT]) / Cpu.TICKS_A_SECOND;
    }

    /** Cores busy with anything, over a while in which the bench itself does nothing. */
    static double foreign(Duration length) throws InterruptedException {
        double before = busy();
        Thread.sleep(length.toMillis());
        return (busy() - before) / length.toSeconds();
    }

    /** Foreign cores, with a mark when they are too many. */
    static String marked(double cores) {
        return String.format(Locale.ROOT, "%.2f%s", cores, cores > BUSY ? " (busy!)" : "");
    }

    /** Memory of a process that is in use, in MB. */
    static long residentMegabytes(long pid) {
        return Long.parseLong(lineOf("/proc/" + pid + "/status", "VmRSS").split(" ")[0]) >> 10;
    }

    private static String lineOf(String file, String beginning) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(beginning))
                    .findFirst()
                    .map(line -> line.substring(beginning.length())
                            .replaceFirst("^\\s*:\\s*", "")
                            .strip())
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
