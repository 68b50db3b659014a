package io.leeway.app;

import io.leeway.notify.Fate;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Mailer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The way out as the receivers file says by now: another one is taken between two mails, by the thread that delivers. */
final class CurrentMailer implements Mailer {
    private final Supplier<MailSettings> settings;
    private final Function<MailSettings, Mailer> making;
    private volatile InUse inUse;

    CurrentMailer(Supplier<MailSettings> settings, Function<MailSettings, Mailer> making) {
        this.settings = settings;
        this.making = making;
        MailSettings first = settings.get();
        this.inUse = new InUse(first, making.apply(first));
    }

    @Override
    public Map<String, Fate> deliver(Envelope envelope) {
        return current().deliver(envelope);
    }

    @Override
    public Optional<String> trouble() {
        return current().trouble();
    }

    /** {@inheritDoc} Another thread may ask than the one that delivers. */
    @Override
    public void forget(String incident) {
        inUse.mailer.forget(incident);
    }

    @Override
    public void close() {
        inUse.mailer.close();
    }

    private Mailer current() {
        MailSettings wanted = settings.get();
        if (!wanted.equals(inUse.settings)) {
            Mailer before = inUse.mailer;
            inUse = new InUse(wanted, making.apply(wanted));
            before.close();
        }
        return inUse.mailer;
    }

    private record InUse(MailSettings settings, Mailer mailer) {}
}
