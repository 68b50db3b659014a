package io.leeway.app;

import io.leeway.app.verticle.AcceptedRows;
import io.leeway.app.verticle.Admission;
import io.leeway.app.verticle.AlertVerticle;
import io.leeway.app.verticle.Barrier;
import io.leeway.app.verticle.HttpVerticle;
import io.leeway.app.verticle.JournalVerticle;
import io.leeway.app.verticle.Judging;
import io.leeway.app.verticle.LaneVerticle;
import io.leeway.app.verticle.MailVerticle;
import io.leeway.app.verticle.ReportVerticle;
import io.leeway.app.verticle.SeriesVerticle;
import io.leeway.app.verticle.Vitals;
import io.leeway.http.Bounds;
import io.leeway.http.HttpApi;
import io.leeway.http.Ports;
import io.leeway.http.Probe;
import io.leeway.http.Self;
import io.leeway.http.Upkeep;
import io.leeway.ingest.Limit;
import io.leeway.monitor.LaneDeal;
import io.leeway.monitor.Rebuild;
import io.leeway.monitor.Reporter;
import io.leeway.monitor.Reports;
import io.leeway.monitor.StoredReports;
import io.leeway.telemetry.Meters;
import io.leeway.yaml.InvalidYamlException;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole service in one object: start it, ask its {@link #port}, stop it. The way of the data is the order in which
 * the verticles are named in {@link #deploy}; a verticle starts only when all behind it are ready.
 */
public final class Service {
    /** No step of any worker takes so long, not even months of a log that are posted at once; one that does is told. */
    private static final int MOST_MINUTES_OF_WORK = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Settings settings;
    private final InstantSource clock;
    private final CurrentDesk desk;
    private final Stores stores;
    private final Outputs outputs;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Meters meters = new Meters(registry);
    private final Vitals vitals = new Vitals();
    private final Admission admission;
    private final Barrier barrier;
    private final AcceptedRows accepted = new AcceptedRows();
    private final SeriesVerticle series;
    private final MailVerticle mail;
    private final AlertVerticle alert;
    private final List<LaneVerticle> lanes;
    private final JournalVerticle journal;
    private final Vertx vertx;
    private final Deque<String> deployed = new ArrayDeque<>();
    private final AtomicInteger port;
    private boolean stopped;

    private Service(Settings settings, InstantSource clock) throws IOException, InvalidYamlException {
        this.settings = settings;
        this.clock = clock;
        this.stores = Stores.open(settings.data());
        this.desk = CurrentDesk.open(settings, stores);
        this.vertx = vertx(registry);
        this.admission = new Admission(settings.limits().most(Limit.IN_FLIGHT_BYTES));
        this.barrier = new Barrier(vertx.eventBus(), stores.journal()::end);
        this.outputs = Outputs.of(settings, () -> desk.get().mail(), stores.store());
        this.series = new SeriesVerticle(stores.store(), outputs.series(), new ServiceMeters(meters));
        this.mail = new MailVerticle(desk.outbox(outputs.mailer()), new ServiceMeters(meters), clock);
        this.alert = new AlertVerticle(
                new Judging(
                        stores.store(),
                        () -> desk.get().open(address(), reports()),
                        new Judging.Keeping(settings.keepIncidents(), outputs.mailer()::forget)),
                clock);
        this.lanes = IntStream.range(0, settings.lanes())
                .mapToObj(lane -> new LaneVerticle(
                        lane, new LaneVerticle.Shared(settings.lanes(), stores.store(), stores.journal(), vitals)))
                .toList();
        this.journal = new JournalVerticle(new JournalVerticle.Parts(
                stores.journal(),
                stores.store(),
                stores.pseudonyms(),
                clock,
                lanes,
                admission,
                accepted,
                vitals,
                settings.limits()));
        this.port = new AtomicInteger(settings.http().port());
    }

    /**
     * Starts a service and waits until it answers.
     *
     * @throws IOException with a sentence, when the data folder cannot be used or the port is taken
     * @throws InvalidYamlException when the rules are not what they should be
     */
    public static Service start(Settings settings, InstantSource clock) throws IOException, InvalidYamlException {
        Service service = new Service(settings, clock);
        try {
            service.deploy();
            LOG.info("Leeway listens on {}", service.address());
            return service;
        } catch (IOException | RuntimeException e) {
            service.stop();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return port.get();
    }

    /** Where its page is. */
    public URI address() {
        return URI.create((settings.http().access().tls().isPresent() ? "https://" : "http://")
                + settings.http().host() + ":" + port());
    }

    /** Waits until the windows that the clock has passed are closed, reported and judged, and their mails are on the way. */
    public void settle() {
        await(Future.fromCompletionStage(journal.tick())
                .compose(position -> Future.fromCompletionStage(barrier.reached(position))));
        await(alert.settle());
        await(mail.settle());
    }

    /** Returns when the process is told to end; everything is stopped by then. */
    public void untilShutdown() {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop();
            ended.countDown();
        }));
        try {
            ended.await();
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    /** Stops taking in, writes out whatever is held, and gives the data folder back. A second time does nothing. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        while (!deployed.isEmpty()) {
            await(vertx.undeploy(deployed.pop()));
        }
        await(vertx.close());
        outputs.series().close();
        outputs.mailer().close();
        stores.close();
    }

    /** From the end of the way of the data to its beginning, so that nothing is handed to somebody who is not there. */
    private void deploy() throws IOException {
        new LaneDeal(stores.store(), stores.journal()).prepare(settings.lanes());
        deployWorker("mail", mail);
        ServiceMeters work = new ServiceMeters(meters);
        deployWorker("series", series);
        deployWorker("alert", alert);
        ReportVerticle report =
                new ReportVerticle(new Reporter(stores.store(), settings.lanes()), barrier, work, vitals);
        deployWorker("report", report);
        for (LaneVerticle lane : lanes) {
            deployWorker("lane", lane);
        }
        deployWorker("journal", journal);
        listen(() -> rebuild(report));
    }

    private CompletionStage<Upkeep.Rebuilt> rebuild(ReportVerticle report) {
        return report.rebuild(new Rebuild(stores.store(), settings.lanes()))
                .map(it -> new Upkeep.Rebuilt(it.windows(), it.marks()))
                .toCompletionStage();
    }

    private void listen(Upkeep upkeep) throws IOException {
        Reports reports = reports();
        new Gauges(stores, clock).register(meters, admission, lanes, reports);
        Entrance entrance = Entrance.open(settings, vertx, meters, desk.watch(alert, clock));
        deployWorker("pulse", Desk.pulse(desk, alert, mail, new Desk.Vital(reports, clock, new ServiceMeters(meters))));
        deployWorker("files", entrance.watcher(clock));
        HttpApi api = new HttpApi(vertx, ports(reports, upkeep, entrance));
        Supplier<Deployable> verticle = () -> new HttpVerticle(
                new HttpVerticle.Address(settings.http().host(), settings.http().port()),
                api,
                entrance.keys(),
                port::set);
        try {
            deploy(verticle, new DeploymentOptions());
            int more = Runtime.getRuntime().availableProcessors() - 1;
            for (int i = 0; i < more; i++) {
                deploy(verticle, new DeploymentOptions());
            }
        } catch (CompletionException e) {
            throw new IOException("cannot listen on " + address() + "; is the port taken?", e);
        }
    }

    private Ports ports(Reports reports, Upkeep upkeep, Entrance entrance) {
        Probes probes = new Probes(new Probes.Dependencies(stores, outputs, vitals, journal, alert, series, mail));
        return new Ports(
                journal,
                meters,
                reports,
                new OnCallView(alert, desk, clock),
                new Self(List.of(Probes.counting(vitals)), needs(probes, entrance), registry::scrape),
                upkeep,
                clock,
                Bounds.of(settings.limits()),
                entrance.doors());
    }

    private static List<Probe> needs(Probes probes, Entrance entrance) {
        return Stream.concat(probes.all().stream(), entrance.probes().stream()).toList();
    }

    private Reports reports() {
        return new StoredReports(stores.store(), settings.lanes(), new StoredReports.Progress() {
            @Override
            public CompletionStage<Void> reached(long position) {
                return barrier.reached(position);
            }

            @Override
            public long accepted(String model) {
                return accepted.of(model);
            }
        });
    }

    private static Vertx vertx(PrometheusMeterRegistry registry) {
        return Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
    }

    /** A verticle on a thread of its own, so that what it owns needs no lock. */
    private void deployWorker(String name, Deployable verticle) {
        deploy(
                () -> verticle,
                new DeploymentOptions()
                        .setThreadingModel(ThreadingModel.WORKER)
                        .setWorkerPoolName("leeway-" + name + "-" + deployed.size())
                        .setWorkerPoolSize(1)
                        .setMaxWorkerExecuteTime(MOST_MINUTES_OF_WORK)
                        .setMaxWorkerExecuteTimeUnit(TimeUnit.MINUTES));
    }

    private void deploy(Supplier<Deployable> verticle, DeploymentOptions options) {
        deployed.push(await(vertx.deployVerticle(verticle, options)));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
