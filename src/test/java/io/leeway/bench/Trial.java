package io.leeway.bench;

import java.io.IOException;

/** Something posted, and what that cost until all of it was counted, committed and reported. */
record Trial(Phase phase, Usage usage) {
    /** What is asked of the load generator. */
    interface Posting {
        Phase by(Load load) throws IOException;
    }

    static Trial of(ServiceProcess service, Load load, Posting posting) throws IOException {
        Usage before = Usage.now(service, load);
        Phase phase = posting.by(load);
        service.settle(phase.position());
        return new Trial(phase, Usage.now(service, load).since(before));
    }

    /** Processor seconds of the service for a million rows. */
    double perMillion() {
        return usage.service().total() / phase.rows() * 1e6;
    }

    double perMillion(Role role) {
        return usage.service().byRole().getOrDefault(role, 0.0) / phase.rows() * 1e6;
    }

    /** Without the compiler, which a service pays for once. */
    double perMillionCompiled() {
        return perMillion() - perMillion(Role.JIT);
    }

    /** What threads had used that have ended meanwhile, mostly the compiler's. */
    double perMillionEnded() {
        double alive = usage.service().byRole().values().stream()
                .mapToDouble(seconds -> seconds)
                .sum();
        return (usage.service().total() - alive) / phase.rows() * 1e6;
    }

    String foreignCores() {
        return Machine.marked(usage.foreignCores());
    }
}
