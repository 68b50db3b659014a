package io.leeway.telemetry;

import io.leeway.access.AccessMeter;
import io.leeway.access.Refusal;
import io.leeway.ingest.IntakeMeter;
import io.leeway.ingest.Limit;
import io.leeway.ingest.Rejection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Every meter of ours and its name, in one place. Names are stable: boards and alerts rely on them. Prometheus writes them
 * with underscores, counters with {@code _total} and times with {@code _seconds}. Thread-safe.
 */
public final class Meters implements IntakeMeter, AccessMeter {
    private final MeterRegistry registry;
    private final Counter received;
    private final Counter accepted;
    private final Map<Rejection.Reason, Counter> rejected = new EnumMap<>(Rejection.Reason.class);
    private final Map<Limit, Counter> beyond = new EnumMap<>(Limit.class);
    private final Counter ignored;
    private final Counter busy;
    private final Counter windows;
    private final Timer pass;
    private final Counter pointsWritten;
    private final Counter pointsRefused;
    private final Counter seriesFailures;
    private final Counter mailsSent;
    private final Counter mailsFailed;
    private final Counter pings;
    private final Counter pingsMissed;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Counter slowed;
    private final Counter unaudited;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        received = counter("leeway.rows.received", "rows of requests that were answered: accepted + rejected");
        accepted = counter("leeway.rows.accepted", "rows that are durable");
        for (Rejection.Reason reason : Rejection.Reason.values()) {
            rejected.put(reason, rejections(reason));
        }
        for (Limit limit : Limit.values()) {
            beyond.put(limit, hits(limit));
        }
        ignored = counter("leeway.fields.ignored", "top-level fields of rows that mean nothing here");
        busy = counter("leeway.requests.busy", "requests put off because too much was in hand");
        windows = counter("leeway.windows.reported", "new and revised windows");
        pass = Timer.builder("leeway.report.pass")
                .description("how long the reporter takes to go through what has changed")
                .register(registry);
        pointsWritten = counter("leeway.series.points.written", "points the series store has taken");
        pointsRefused = counter("leeway.series.points.refused", "points the series store refused for good");
        seriesFailures = counter("leeway.series.failures", "writes put off because the series store is out of reach");
        mailsSent = counter("leeway.mails.sent", "mails that everybody has got who can");
        mailsFailed = counter("leeway.mails.failed", "mails that somebody will never get");
        pings = counter("leeway.pings", "minutes in which somebody outside was told that all is well");
        pingsMissed = counter("leeway.pings.missed", "minutes in which nobody could be told so");
        for (Refusal why : Refusal.values()) {
            refused.put(why, refusals(why));
        }
        slowed = counter("leeway.access.slowed", "refusals put off because their address had too many");
        unaudited = counter("leeway.audit.failed", "acts that went to the service's log instead of the audit log");
        new ProcessorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
    }

    @Override
    public void received(long rows) {
        received.increment((double) rows);
    }

    @Override
    public void accepted(long rows) {
        accepted.increment((double) rows);
    }

    @Override
    public void rejected(Rejection.Reason reason, long rows) {
        Objects.requireNonNull(rejected.get(reason)).increment((double) rows);
    }

    @Override
    public void busy() {
        busy.increment();
    }

    @Override
    public void ignored(long fields) {
        ignored.increment((double) fields);
    }

    @Override
    public void holding(LongSupplier bytes) {
        gauge("leeway.bodies.bytes", "bytes of bodies that are not answered yet, decompressed", bytes);
    }

    @Override
    public void beyond(Limit limit, long times) {
        Objects.requireNonNull(beyond.get(limit)).increment((double) times);
    }

    @Override
    public void refused(Refusal why) {
        Objects.requireNonNull(refused.get(why)).increment();
    }

    @Override
    public void slowed() {
        slowed.increment();
    }

    @Override
    public void unaudited() {
        unaudited.increment();
    }

    public void reported(long count, Duration took) {
        windows.increment((double) count);
        pass.record(took);
    }

    public void pointsWritten(int points) {
        pointsWritten.increment(points);
    }

    public void pointsRefused(int points) {
        pointsRefused.increment(points);
    }

    public void seriesFailed() {
        seriesFailures.increment();
    }

    public void mailed(int sent, int failed) {
        mailsSent.increment(sent);
        mailsFailed.increment(failed);
    }

    public void pinged(boolean told) {
        (told ? pings : pingsMissed).increment();
    }

    public void oldestMail(LongSupplier seconds) {
        gauge("leeway.mails.oldest.seconds", "how long the oldest mail has waited to be delivered", seconds);
    }

    /** Rows of predictions and labels that had been counted before, since ever. */
    public void duplicates(LongSupplier rows) {
        FunctionCounter unused = FunctionCounter.builder(
                        "leeway.rows.duplicates", this, us -> (double) rows.getAsLong())
                .description("rows that had been counted before, since ever")
                .register(registry);
    }

    public void bytesInHand(LongSupplier bytes) {
        gauge("leeway.intake.bytes", "bytes of rows taken in and not yet counted", bytes);
    }

    public void journalEnd(LongSupplier position) {
        gauge("leeway.journal.end", "the position of the journal's next entry", position);
    }

    public void laneLag(int lane, LongSupplier entries) {
        Gauge unused = Gauge.builder("leeway.lane.lag", entries::getAsLong)
                .description("journal entries that the lane has not committed")
                .tag("lane", Integer.toString(lane))
                .register(registry);
    }

    public void seriesOwed(LongSupplier owed) {
        gauge("leeway.series.owed", "windows and single points that have not left yet", owed);
    }

    /** Whether files that are read again when they change hold something that cannot be used. */
    public void filesUnused(String files, BooleanSupplier broken) {
        Gauge unused = Gauge.builder("leeway.files.unused", () -> broken.getAsBoolean() ? 1 : 0)
                .description(
                        "1 while what was last written to the files cannot be used, and what was there before goes on")
                .tag("files", files)
                .register(registry);
    }

    public void incidentsOpen(LongSupplier incidents) {
        gauge("leeway.incidents.open", "incidents that are not over", incidents);
    }

    public void mailsQueued(LongSupplier mails) {
        gauge("leeway.mails.queued", "mails that wait to be delivered", mails);
    }

    /** A gauge that is read when somebody looks. */
    private void gauge(String name, String description, LongSupplier value) {
        Gauge unused =
                Gauge.builder(name, value::getAsLong).description(description).register(registry);
    }

    private Counter rejections(Rejection.Reason reason) {
        return Counter.builder("leeway.rows.rejected")
                .description("rows not taken")
                .tag("reason", reason.code())
                .register(registry);
    }

    private Counter hits(Limit limit) {
        return Counter.builder("leeway.limit.hits")
                .description("rows, requests and connections beyond a limit")
                .tag("limit", limit.text())
                .register(registry);
    }

    private Counter refusals(Refusal why) {
        return Counter.builder("leeway.access.refused")
                .description("requests not let in")
                .tag("reason", why.code())
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
