package io.leeway.app.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** One line that says how far the log has been sent. */
final class Progress {
    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final Instant first;
    private final Instant last;
    private LocalDate day = LocalDate.MIN;

    Progress(PrintWriter out, Instant first, Instant last) {
        this.out = out;
        this.first = first;
        this.last = last;
    }

    /** Whether a day of the log begins; shows it if so. */
    boolean newDay(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (today.equals(day)) {
            return false;
        }
        day = today;
        show(now);
        return true;
    }

    void done() {
        show(last);
        out.println();
        out.println();
    }

    private void show(Instant now) {
        double share = Duration.between(first, now).toMillis()
                / (double) Duration.between(first, last).toMillis();
        int filled = (int) Math.round(share * WIDTH);
        out.printf("\r  %s  [%s%s] %3.0f %%", day, "#".repeat(filled), ".".repeat(WIDTH - filled), share * 100);
        out.flush();
    }
}
