package io.leeway.files;

import io.leeway.access.AccessMeter;
import io.leeway.access.Act;
import io.leeway.access.AuditLog;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log: a folder with a file a day (UTC), {@code 2026-11-22.jsonl}, which only its owner may read. A day's file is
 * bounded, and days that are old enough are deleted when another begins, so the whole is bounded too, and nobody can push out
 * what they did by making noise afterwards. What the folder cannot take goes to the service's own log. Not synced: after a
 * loss of power the last seconds may be missing.
 */
public final class AuditFolder implements AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFolder.class);
    private static final String SUFFIX = ".jsonl";

    /** About 50,000 acts. */
    static final long MOST_A_DAY = 16L << 20;

    private final Path folder;
    private final Duration keep;
    private final AccessMeter meter;
    private LocalDate swept = LocalDate.MIN;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * A log.
     *
     * @param folder made with the first act
     * @param keep how long a day is kept
     */
    public AuditFolder(Path folder, Duration keep, AccessMeter meter) {
        this.folder = folder;
        this.keep = keep;
        this.meter = meter;
    }

    @Override
    public synchronized void record(Act act) {
        String line = ActLine.of(act);
        try {
            append(act.time(), line);
            trouble = Optional.empty();
        } catch (IOException e) {
            LOG.error("The audit log cannot be written ({}); what it should hold: {}", e.toString(), line);
            meter.unaudited();
            trouble = Optional.of("The audit log " + folder + " cannot be written, acts go to the service's log: " + e);
        }
    }

    /** Why acts go to the service's own log, if they do. */
    public Optional<String> trouble() {
        return trouble;
    }

    private void append(Instant time, String line) throws IOException {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        Path unused = Files.createDirectories(folder);
        Path file = folder.resolve(day + SUFFIX);
        if (Files.notExists(file)) {
            OwnerOnly.file(Files.createFile(file));
        } else if (Files.size(file) > MOST_A_DAY) {
            throw new IOException(file + " holds " + MOST_A_DAY + " bytes, which is enough for a day");
        }
        // Behind a line that a full disk has cut off, the next one begins anew.
        Path unusedFile =
                Files.writeString(file, (trouble.isPresent() ? "\n" : "") + line + "\n", StandardOpenOption.APPEND);
        sweep(day);
    }

    private void sweep(LocalDate day) throws IOException {
        if (!day.isAfter(swept)) {
            return;
        }
        swept = day;
        String oldest = day.minusDays(keep.toDays()) + SUFFIX;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "????-??-??" + SUFFIX)) {
            for (Path file : files) {
                if (file.getFileName().toString().compareTo(oldest) < 0) {
                    Files.delete(file);
                }
            }
        }
    }
}
