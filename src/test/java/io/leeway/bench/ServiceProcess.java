package io.leeway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.app.Caller;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole program in a JVM of its own, on a folder of a real disk. */
final class ServiceProcess implements AutoCloseable {
    /** What it runs with; the heap is what a small machine has to give. */
    static final List<String> OPTIONS = List.of("-Xmx1g", "-XX:+UseParallelGC");

    static final int LANES = 2;

    private static final String LISTENS = "Leeway listens on ";
    private static final int REFERENCE = 10_000;
    private static final String SETTINGS = "{\"task\":\"binary\",\"windows\":[\"1h\",\"1d\"]}";

    private final Child child;
    private final URI address;
    private final Caller caller;

    private ServiceProcess(Child child, URI address) {
        this.child = child;
        this.address = address;
        this.caller = new Caller(address);
    }

    static ServiceProcess start(Path data) throws IOException {
        return start(data, Map.of());
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param settings as environment variables
     */
    static ServiceProcess start(Path data, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("LEEWAY_DATA", data.toString());
        environment.put("LEEWAY_HTTP_PORT", "0");
        environment.put("LEEWAY_LIMITS_LANES", String.valueOf(LANES));
        Child child = Child.start(ServiceMain.class, OPTIONS, List.of(), environment);
        String line = child.await(it -> it.contains(LISTENS));
        return new ServiceProcess(child, URI.create(line.substring(line.indexOf(LISTENS) + LISTENS.length())));
    }

    int port() {
        return address.getPort();
    }

    long pid() {
        return child.pid();
    }

    /** Gives every model its settings and a reference set of 10,000 rows. */
    void prepare(Traffic traffic) throws IOException {
        prepare(traffic, REFERENCE);
    }

    void prepare(Traffic traffic, int referenceRows) throws IOException {
        String reference = traffic.shape().reference(7, referenceRows);
        for (long model = 0; model < traffic.models(); model++) {
            check(caller.put(traffic.path(model), "application/json", SETTINGS));
            check(caller.put(traffic.path(model) + "/baseline", "application/x-ndjson", reference));
        }
    }

    /** Sends one post itself, to a model of any name. */
    void post(String model, Traffic traffic, long number) throws IOException {
        String rows = new String(traffic.bytes(traffic.posts(), number), ISO_8859_1);
        check(caller.post("/v1/models/" + model + "/" + traffic.what().path(), rows));
    }

    /** Waits until all that was posted by {@link #post} is counted and reported. */
    void settle() throws IOException {
        settle(0);
    }

    /** Waits until everything taken in so far is counted, committed and reported. */
    void settle(long position) throws IOException {
        caller.reach(position);
        check(caller.getReported("/v1/models"));
    }

    /** Totals of a model's predictions or labels since ever. */
    JsonObject totals(Traffic traffic) throws IOException {
        return check(caller.getReported(traffic.path(0)))
                .json()
                .getJsonObject(traffic.what().path());
    }

    /** Heap after a collection, in bytes. */
    long heap() throws IOException {
        return Long.parseLong(child.ask("heap"));
    }

    /** What a bare tokenizing loop costs there. */
    BareLoop.Cost bare(Traffic traffic) throws IOException {
        return BareLoop.Cost.of(child.ask(traffic.toString()));
    }

    @Override
    public void close() {
        child.close();
    }

    @CanIgnoreReturnValue
    private static Caller.Reply check(Caller.Reply reply) {
        if (reply.status() != 200) {
            throw new IllegalStateException("the service answered " + reply);
        }
        return reply;
    }
}
