package io.leeway.http;

import java.util.List;
import java.util.function.Supplier;

/**
 * What the service says of itself.
 *
 * @param life down when nothing but a new start helps
 * @param needs what else requests stand on
 * @param metrics our own meters in the text form of Prometheus
 */
public record Self(List<Probe> life, List<Probe> needs, Supplier<String> metrics) {
    public Self {
        life = List.copyOf(life);
        needs = List.copyOf(needs);
    }
}
