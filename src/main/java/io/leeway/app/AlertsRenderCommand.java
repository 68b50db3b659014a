package io.leeway.app;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Rule;
import io.leeway.mail.MailParts;
import io.leeway.mail.MimeComposer;
import io.leeway.notify.Circle;
import io.leeway.notify.Letter;
import io.leeway.notify.News;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leeway alerts render}: what the mails of the rules look like. */
@Command(
        name = "render",
        description = "Writes a mail with invented numbers for every rule: as .eml, .html and .png files.",
        mixinStandardHelpOptions = true)
final class AlertsRenderCommand implements Callable<Integer> {
    private static final Instant DATE = Instant.parse("2026-03-09T01:00:00Z");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--out", description = "The folder to write to (${DEFAULT-VALUE}).")
    private Path out = Path.of("mails");

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        AlertFiles alerts = SettingsFile.read(config, System.getenv()).alertFiles();
        Files.createDirectories(out);
        for (Rule rule : alerts.rules()) {
            Optional<IncidentChange> sample = Sample.of(rule);
            if (sample.isPresent()) {
                write(rule, mail(rule, sample.get(), alerts.receivers()));
            } else {
                say("%s: no numbers could be invented that meet its conditions", rule.name());
            }
        }
        return 0;
    }

    private static byte[] mail(Rule rule, IncidentChange change, Receivers receivers) {
        Incident incident = change.incident();
        Receiver to = receivers.receiver(rule.wording().owner()).orElseThrow();
        Letter letter = new Letter(
                "<" + incident.id() + ".1@" + receivers.mail().messageIdDomain() + ">",
                List.of(),
                DATE,
                News.of(change),
                Optional.of(rule.wording()),
                to,
                receivers,
                Circle.NOBODY);
        return new MimeComposer(Sample::exhibit).compose(letter).bytes();
    }

    private void write(Rule rule, byte[] mail) throws IOException {
        String name = rule.name().replaceAll("[^A-Za-z0-9._-]", "_");
        MailParts parts = MailParts.of(mail);
        Path eml = Files.write(out.resolve(name + ".eml"), mail);
        Path html = Files.writeString(out.resolve(name + ".html"), parts.html());
        if (parts.picture().isPresent()) {
            Path unused =
                    Files.write(out.resolve(name + ".png"), parts.picture().get());
        }
        say("%s: %s, %s", rule.name(), eml, html);
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format + "%n", values);
    }
}
