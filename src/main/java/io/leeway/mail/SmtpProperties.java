package io.leeway.mail;

import io.leeway.notify.MailSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;

/** The settings of the mail library: nothing is left to its defaults that matters, for all its time-outs are endless. */
final class SmtpProperties {
    private SmtpProperties() {}

    /**
     * @throws IOException when the file of those who vouch for the server cannot be read
     */
    static Properties of(MailSettings settings, MailSettings.Server server, Watchdog watchdog) throws IOException {
        Properties all = new Properties();
        MailSettings.Timeouts timeouts = settings.timeouts();
        all.put("mail.smtp.connectiontimeout", millis(timeouts.connect()));
        all.put("mail.smtp.timeout", millis(timeouts.read()));
        all.put("mail.smtp.writetimeout", millis(timeouts.write()));
        all.put("mail.smtp.sendpartial", "true");
        all.put("mail.smtp.quitwait", "false");
        all.put("mail.smtp.localhost", settings.messageIdDomain());
        all.put("mail.smtp.from", bounces(settings));
        all.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        all.put("mail.smtp.starttls.enable", String.valueOf(server.tls() == MailSettings.Tls.STARTTLS));
        all.put("mail.smtp.starttls.required", String.valueOf(server.tls() == MailSettings.Tls.STARTTLS));
        all.put("mail.smtp.ssl.enable", String.valueOf(server.tls() == MailSettings.Tls.IMPLICIT));
        all.put("mail.smtp.socketFactory", watchdog);
        all.put("mail.smtp.ssl.socketFactory", new WatchedTls(Authorities.of(server), watchdog));
        all.put("mail.smtp.socketFactory.fallback", "false");
        return all;
    }

    /** Bounces go where somebody reads them; without an address for them, to the sender. */
    private static String bounces(MailSettings settings) {
        return settings.bounces().orElseGet(() -> settings.from().replaceAll("^[^<]*<|>[^>]*$", ""));
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
