package io.leeway.http;

import io.leeway.ingest.Intake;
import io.leeway.monitor.Reports;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the HTTP interface stands on.
 *
 * @param metrics our own meters in the text form of Prometheus
 * @param clock by which rows arrive
 */
public record Ports(
        Intake intake,
        Reports reports,
        OnCall onCall,
        List<Probe> probes,
        Supplier<String> metrics,
        InstantSource clock,
        Bounds bounds) {
    public Ports {
        probes = List.copyOf(probes);
    }
}
