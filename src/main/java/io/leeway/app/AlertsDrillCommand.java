package io.leeway.app;

import io.leeway.mail.MimeNotices;
import io.leeway.notify.Fate;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Mailer;
import io.leeway.notify.Notice;
import io.leeway.notify.Receiver;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leeway alerts drill}: a real mail to a receiver, and what became of it. */
@Command(
        name = "drill",
        description = "Sends a mail marked DRILL to a receiver by the way all mails go, and tells what became of it."
                + " Ends with 1 unless every address took it.",
        mixinStandardHelpOptions = true)
final class AlertsDrillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--receiver", required = true, description = "Who, as receivers.yml names them.")
    private String receiver = "";

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        Settings settings = SettingsFile.read(config, System.getenv());
        AlertFiles alerts = settings.alertFiles();
        Optional<Receiver> to = alerts.receivers().receiver(receiver);
        if (to.isEmpty()) {
            say(
                    "There is no receiver %s; there are %s.",
                    receiver, alerts.receivers().all().keySet());
            return CommandLine.ExitCode.SOFTWARE;
        }
        MailSettings mail = settings.mailSettings(alerts.receivers().mail());
        Map<String, Fate> fates =
                new TreeMap<>(Outputs.mailer(settings, mail).deliver(envelope(to.get(), mail, Instant.now())));
        fates.forEach((address, fate) -> say("%s: %s", address, sentence(fate, mail)));
        return fates.values().stream().allMatch(Fate.Accepted.class::isInstance) ? 0 : 1;
    }

    private static Mailer.Envelope envelope(Receiver to, MailSettings mail, Instant now) {
        String name = "drill-" + now.toEpochMilli();
        Notice notice = new Notice(
                "<" + name + "@" + mail.messageIdDomain() + ">",
                "DRILL",
                "This is a drill, nothing is wrong",
                now,
                to.email(),
                "This is a drill: mails to " + to.name() + " arrive. Nothing is wrong.",
                List.of(new Notice.Fact("Receiver", to.name()), new Notice.Fact("Sent", now.toString())),
                List.of("If you were to be woken by this and were not, say so now."),
                "Somebody ran leeway alerts drill.");
        return new Mailer.Envelope(
                name, to.addresses(), new MimeNotices(mail).compose(notice).bytes());
    }

    private static String sentence(Fate fate, MailSettings mail) {
        if (fate instanceof Fate.Refused refused) {
            return "refused for good: " + refused.reason();
        }
        if (fate instanceof Fate.Deferred deferred) {
            return "not now: " + deferred.reason();
        }
        return mail.servers().isEmpty() ? "written as a file, for no mail server is set" : "taken by the mail server";
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format + "%n", values);
    }
}
