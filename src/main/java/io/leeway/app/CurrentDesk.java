package io.leeway.app;

import io.leeway.app.verticle.AlertVerticle;
import io.leeway.files.Watched;
import io.leeway.notify.Mailer;
import io.leeway.notify.Outbox;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The desk as the alert files say by now. Any thread may ask. */
final class CurrentDesk implements Supplier<Desk> {
    private final Settings settings;
    private final Stores stores;
    private final AlertsInUse alerts;

    private CurrentDesk(Settings settings, Stores stores, AlertsInUse alerts) {
        this.settings = settings;
        this.stores = stores;
        this.alerts = alerts;
    }

    /**
     * The desk by what is in the alert folder, or was last in use; a store that nobody has a desk on is closed.
     *
     * @throws InvalidYamlException when the files cannot be understood, and none have ever been in use
     */
    static CurrentDesk open(Settings settings, Stores stores) throws IOException, InvalidYamlException {
        try {
            return new CurrentDesk(settings, stores, AlertsInUse.open(settings, new KeptAlerts(stores.store())));
        } catch (IOException | InvalidYamlException | RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    @Override
    public Desk get() {
        AlertFiles files = alerts.get();
        return new Desk(
                stores.store(),
                stores.seal(),
                files,
                settings.mailSettings(files.receivers().mail()));
    }

    /** The outbox of now; the way out is the same as long as the files say the same of it. */
    Supplier<Outbox> outbox(Mailer mailer) {
        return () -> get().outbox(mailer);
    }

    /** The alert folder, if there is one: the rules go on by what is written there, and mails tell of it. */
    Optional<Watched> watch(AlertVerticle rules, InstantSource clock) {
        AlertNews news = new AlertNews(stores.store(), () -> get().files(), clock, rules::renew);
        return settings.alerts().map(folder -> alerts.watch(folder, news));
    }
}
