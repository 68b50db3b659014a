package io.leeway.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import java.util.function.Supplier;

/** Every meter of ours and its name, in one place. Names are stable: boards and alerts rely on them. */
public final class Meters {
    private final MeterRegistry registry;
    private final Counter pointsWritten;
    private final Counter pointsRefused;
    private final Counter seriesFailures;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.pointsWritten = counter("leeway.series.points.written", "points the series store has taken");
        this.pointsRefused = counter("leeway.series.points.refused", "points the series store refused for good");
        this.seriesFailures =
                counter("leeway.series.failures", "writes put off because the series store is out of reach");
        new ProcessorMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
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

    /** A gauge that is read when somebody looks. */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge unused = Gauge.builder(name, value).description(description).register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
