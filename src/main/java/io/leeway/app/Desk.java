package io.leeway.app;

import io.leeway.alert.Incident;
import io.leeway.app.verticle.AlertVerticle;
import io.leeway.app.verticle.MailVerticle;
import io.leeway.app.verticle.PulseVerticle;
import io.leeway.app.verticle.WorkMeter;
import io.leeway.links.Seal;
import io.leeway.mail.MimeComposer;
import io.leeway.mail.MimeNotices;
import io.leeway.monitor.ReportStore;
import io.leeway.monitor.Reports;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.Archive;
import io.leeway.notify.DailyMail;
import io.leeway.notify.FilesMail;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Mailer;
import io.leeway.notify.Notice;
import io.leeway.notify.Notices;
import io.leeway.notify.Outbox;
import io.leeway.notify.Receivers;
import io.leeway.state.Store;
import io.leeway.yaml.AlertFiles;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What tells people: the desk that decides, the outbox that delivers, and the signs of life.
 *
 * @param seal what signs links in mails
 * @param mail how mail is sent, whatever the receivers file says of it
 */
record Desk(Store store, Seal seal, AlertFiles alerts, MailSettings mail) {
    /**
     * The desk as the store remembers it.
     *
     * @param own where the service listens
     */
    AlertDesk open(URI own, Reports reports) {
        Optional<String> page = page(own);
        Receivers receivers = page.map(alerts.receivers()::withPage).orElse(alerts.receivers());
        return AlertDesk.open(
                store,
                alerts.rules(),
                receivers,
                new MimeComposer(new StoredExhibits(new ReportStore(store), reports), new SignedOffers(seal, page)));
    }

    /** Where a reader finds the service: as written; without that, mails that are files are read where they were written. */
    private Optional<String> page(URI own) {
        return alerts.receivers()
                .page()
                .or(() -> Optional.of(own.toString())
                        .filter(unused -> mail.servers().isEmpty()));
    }

    Outbox outbox(Mailer mailer) {
        return new Outbox(store, mailer, notices());
    }

    /** What shows every minute that all is well, by the desk of that minute. */
    static PulseVerticle pulse(Supplier<Desk> desk, AlertVerticle rules, MailVerticle mails, Vital vital) {
        Store store = desk.get().store;
        return new PulseVerticle(new PulseVerticle.Parts(
                rules,
                mails,
                store,
                vital.clock(),
                () -> desk.get().daily(),
                () -> facts(store, vital.reports(), vital.clock().instant()),
                vital.meter()));
    }

    /** What is asked and what is counted. */
    record Vital(Reports reports, InstantSource clock, WorkMeter meter) {}

    /** The mail that comes every day. */
    private DailyMail daily() {
        return new DailyMail(notices(), mail.heartbeat());
    }

    /** What tells of the alert files themselves. */
    FilesMail files() {
        return new FilesMail(store, notices());
    }

    private Notices notices() {
        Receivers receivers = alerts.receivers();
        return new Notices(new MimeNotices(mail), receivers);
    }

    private static List<Notice.Fact> facts(Store store, Reports reports, Instant now) {
        Archive archive = new Archive(store);
        long open = archive.incidents().stream().filter(Incident::open).count();
        Optional<Instant> oldest = Outbox.oldest(store);
        return List.of(
                new Notice.Fact(
                        "Models watched", Integer.toString(reports.models().size())),
                new Notice.Fact("Open incidents", Long.toString(open)),
                new Notice.Fact("Unsent mails", Long.toString(Outbox.queued(store))),
                new Notice.Fact("Oldest unsent", oldest.map(Instant::toString).orElse("none waits")),
                new Notice.Fact("Rules asked", now.toString()));
    }
}
