package io.leeway.app;

import io.leeway.monitor.LaneDeal;
import io.leeway.monitor.OwedPoints;
import io.leeway.monitor.PointDelivery;
import io.leeway.monitor.PointSource;
import io.leeway.monitor.Rebuild;
import io.leeway.monitor.Reporter;
import io.leeway.monitor.WindowPoints;
import io.leeway.notify.MailSettings;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leeway rebuild}: writes the series again from what the stopped service keeps. */
@Command(
        name = "rebuild",
        description = "Writes all of history again from what the service keeps. Stop the service first, or ask the"
                + " running one by POST /v1/rebuild.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private static final int TOGETHER = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--series", required = true, description = "Into the time series: InfluxDB, or the embedded store.")
    private boolean series;

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        return series ? rebuild(SettingsFile.read(config, System.getenv())) : CommandLine.ExitCode.USAGE;
    }

    private int rebuild(Settings settings) throws IOException, InvalidYamlException {
        MailSettings mail =
                settings.mailSettings(settings.alertFiles().receivers().mail());
        try (Stores stores = Stores.open(settings.data());
                SeriesWriter writer =
                        Outputs.of(settings, () -> mail, stores.store()).series()) {
            say("Everything is to be written again: %d windows, %d incidents and deployments.", owe(settings, stores));
            long written = write(stores, new PointDelivery(stores.store(), writer));
            say("Done: %d points are written.", written);
            return 0;
        } catch (SeriesUnavailableException e) {
            say(
                    "The series cannot be written: %s. What is left is written when the service runs.",
                    String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private static Object[] owe(Settings settings, Stores stores) {
        new LaneDeal(stores.store(), stores.journal()).prepare(settings.lanes());
        Reporter reporter = new Reporter(stores.store(), settings.lanes());
        Rebuild rebuild = new Rebuild(stores.store(), settings.lanes());
        boolean more = true;
        while (more) {
            more = rebuild.step();
            var unused = reporter.pass();
        }
        return new Object[] {rebuild.windows(), rebuild.marks()};
    }

    private static long write(Stores stores, PointDelivery delivery) throws SeriesUnavailableException {
        long written = 0;
        for (PointSource source : List.of(new WindowPoints(stores.store()), new OwedPoints(stores.store()))) {
            Optional<PointDelivery.Delivered> delivered = delivery.deliver(source, TOGETHER);
            while (delivered.isPresent()) {
                written += delivered.get().written();
                delivered = delivery.deliver(source, TOGETHER);
            }
        }
        return written;
    }

    private void say(String sentence, Object... values) {
        spec.commandLine().getOut().printf(sentence + "%n", values);
    }
}
