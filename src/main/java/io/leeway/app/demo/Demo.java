package io.leeway.app.demo;

import io.leeway.app.Service;
import io.leeway.app.Settings;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** Starts the service on the log's own clock, sends it the log, and tells what came of it. */
public final class Demo {
    private static final int PORTS_TRIED = 50;

    private final Options options;
    private final PrintWriter out;

    /**
     * How it is run.
     *
     * @param port the first port tried
     * @param data empty: a fresh folder
     * @param speed days of the log a second; empty: as fast as it goes
     * @param exit whether to end when the summary is told, instead of staying up
     */
    public record Options(int port, Optional<Path> data, Optional<Double> speed, boolean exit) {}

    public Demo(Options options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it; returns the service, which is stopped already if it was to exit. */
    public Service run() throws IOException, InvalidYamlException {
        Path data = options.data().isPresent() ? options.data().get() : Files.createTempDirectory("leeway-demo-");
        Replay replay = new Replay();
        LogClock clock = new LogClock(replay.start());
        Service service = Service.start(Settings.embedded(data, freePort(options.port())), clock);
        out.printf("Leeway is up: %s%n", service.address());
        Client client = new Client(service.address());
        replay.run(client, clock, new Pace(options.speed()), out);
        service.settle();
        Summary summary = new Summary(client, out);
        summary.weeks();
        summary.incidents();
        out.printf("Mails that on-call would have got: %s%n", data.resolve("mail"));
        out.printf("The page: %s%n", service.address());
        if (options.exit()) {
            service.stop();
        } else {
            out.println("It stays up; end it with Ctrl-C.");
        }
        out.flush();
        return service;
    }

    /** The port asked for, or the next one that is free. */
    private static int freePort(int first) {
        return IntStream.range(first, first + PORTS_TRIED)
                .filter(Demo::isFree)
                .findFirst()
                .orElse(0);
    }

    private static boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
