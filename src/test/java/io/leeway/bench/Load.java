package io.leeway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The load generator in a process of its own, whose processor time is told apart from the service's. */
final class Load implements AutoCloseable {
    private static final Duration LONG_ENOUGH = Duration.ofDays(1);

    private final Child child;
    private final Traffic traffic;

    private Load(Child child, Traffic traffic) {
        this.child = child;
        this.traffic = traffic;
    }

    /** Starts it and opens its connections. */
    static Load start(ServiceProcess service, Traffic traffic, int connections) throws IOException {
        Child child = Child.start(
                LoadMain.class,
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                List.of(String.valueOf(service.port()), String.valueOf(connections), traffic.toString()));
        child.awaitAnswer();
        return new Load(child, traffic);
    }

    /** Posts as fast as the service answers. */
    Phase closed(Duration length) throws IOException {
        return run(length, 0, Long.MAX_VALUE);
    }

    /** Posts at a steady rate. */
    Phase open(Duration length, double rowsASecond) throws IOException {
        return run(length, rowsASecond / traffic.rows(), Long.MAX_VALUE);
    }

    /** Posts so many rows as fast as the service answers. */
    Phase rows(long count) throws IOException {
        return run(LONG_ENOUGH, 0, count / traffic.rows());
    }

    long pid() {
        return child.pid();
    }

    private Phase run(Duration length, double postsASecond, long posts) throws IOException {
        return Phase.of(child.ask(length.toSeconds() + " " + postsASecond + " " + posts));
    }

    @Override
    public void close() {
        child.close();
    }
}
