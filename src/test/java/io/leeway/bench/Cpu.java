package io.leeway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time that a process has used, read from outside by Linux's {@code /proc}, so that asking costs the process nothing
 * and native threads are seen too. Seconds.
 *
 * @param total of the whole process, ended threads included
 * @param byRole of the threads that are alive; what ended ones had used is missing here
 */
record Cpu(double total, Map<Role, Double> byRole) {
    /** What {@code getconf CLK_TCK} says on every Linux that Java runs on. */
    static final double TICKS_A_SECOND = 100;

    private static final int UTIME_BEHIND_NAME = 11;

    static Cpu of(long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        Map<Role, Double> byRole = new EnumMap<>(Role.class);
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            threads.forEach(thread -> text(thread.resolve("comm"))
                    .ifPresent(name -> byRole.merge(Role.of(name), nanos(thread) / 1e9, Double::sum)));
            return new Cpu(total(process), byRole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was used since then. */
    Cpu since(Cpu before) {
        Map<Role, Double> used = new EnumMap<>(Role.class);
        byRole.forEach((role, seconds) -> used.put(role, seconds - before.byRole.getOrDefault(role, 0.0)));
        return new Cpu(total - before.total, used);
    }

    private static double total(Path process) {
        List<String> fields = fields(process);
        return (Long.parseLong(fields.get(UTIME_BEHIND_NAME)) + Long.parseLong(fields.get(UTIME_BEHIND_NAME + 1)))
                / TICKS_A_SECOND;
    }

    /** The fields behind the name, which stands in brackets and may hold anything. */
    private static List<String> fields(Path process) {
        String stat = text(process.resolve("stat")).orElseThrow();
        return List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
    }

    private static double nanos(Path thread) {
        return text(thread.resolve("schedstat"))
                .map(text -> Double.parseDouble(text.split(" ")[0]))
                .orElse(0.0);
    }

    /** Nothing for a thread that has just ended. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
