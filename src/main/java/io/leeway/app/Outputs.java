package io.leeway.app;

import io.leeway.influx.InfluxSeries;
import io.leeway.mail.AlertmanagerJson;
import io.leeway.mail.EmlFolder;
import io.leeway.mail.SmtpMailer;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Mailer;
import io.leeway.rocks.RocksSeries;
import io.leeway.series.SeriesWriter;
import io.leeway.state.Store;
import io.leeway.webhook.Webhooks;
import java.util.function.Supplier;

/** The two ways out: where series are written and how mail is sent. */
record Outputs(SeriesWriter series, Mailer mailer) {
    /**
     * InfluxDB or the embedded store; a mail server or files in the data folder.
     *
     * @param mail as it is set by now
     */
    static Outputs of(Settings settings, Supplier<MailSettings> mail, Store store) {
        SeriesWriter series =
                settings.influx().<SeriesWriter>map(InfluxSeries::new).orElseGet(() -> new RocksSeries(store));
        return new Outputs(series, new CurrentMailer(mail, changed -> mailer(settings, changed)));
    }

    /** A mail server, or files in the data folder. */
    static Mailer mailer(Settings settings, MailSettings mail) {
        Mailer mails = mail.servers().isEmpty() ? new EmlFolder(settings.data().resolve("mail")) : new SmtpMailer(mail);
        return new Webhooks(mails, AlertmanagerJson::of, mail.webhookSecretFile());
    }
}
