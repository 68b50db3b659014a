package io.leeway.rehearsal;

import io.leeway.alert.Observation;
import io.leeway.mail.MimeComposer;
import io.leeway.mail.MimeNotices;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.Archive;
import io.leeway.notify.Notices;
import io.leeway.notify.Outbox;
import io.leeway.notify.Receivers;
import io.leeway.state.Changes;
import io.leeway.state.HeapStore;
import io.leeway.state.Store;
import io.leeway.yaml.AlertFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The service without its rows and its network: desk and outbox on a store in memory, and a clock that goes from one thing
 * that is due to the next. Everything is committed as the service commits it, so a death loses what a death loses. Not safe
 * for threads.
 */
public final class Stage implements InstantSource {
    /** How soon something is looked at again that is due already, as the service does. */
    private static final Duration SOONEST = Duration.ofSeconds(1);

    private final AlertFiles alerts;
    private final Store store = new HeapStore();
    private final Letterbox server = new Letterbox(this);
    private final List<Observation> unseen = new ArrayList<>();
    private Optional<AlertDesk> desk = Optional.empty();
    private Optional<Instant> retry = Optional.empty();
    private Instant now;

    /** The service as it first starts. */
    public Stage(AlertFiles alerts, Instant start) {
        this.alerts = alerts;
        this.now = start;
        start();
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** What is decided and told. */
    public Archive archive() {
        return new Archive(store);
    }

    /** What the mail server has taken, in this order. */
    public List<TakenMail> mails() {
        return server.taken();
    }

    /** Does what is due until an instant, which it then is. */
    public void until(Instant end) {
        Optional<Instant> due = due();
        while (due.isPresent() && due.get().isBefore(end)) {
            now = due.get();
            act((opened, commit) -> opened.tell(now, commit));
            due = due();
        }
        now = end;
    }

    /** Windows become known together. */
    public void arrive(Collection<Observation> windows) {
        unseen.addAll(windows);
        act((opened, commit) -> {
            var unused = opened.accept(List.copyOf(unseen), now, commit);
            unseen.clear();
        });
    }

    void happens(Event event) {
        if (event instanceof Event.MailServer changed) {
            server.become(changed.mood());
        } else if (event instanceof Event.Kill) {
            desk = Optional.empty();
        } else {
            start();
            arrive(List.of());
        }
    }

    /** Tells what is due now. */
    public void settle() {
        act((opened, commit) -> opened.tell(now, commit));
    }

    private void start() {
        Receivers receivers = alerts.receivers();
        desk = Optional.of(AlertDesk.open(store, alerts.rules(), receivers, new MimeComposer()));
        act((opened, commit) -> {
            var unused = opened.catchUp(now, commit);
        });
    }

    /** Decides something, commits it and sends what can be sent; nothing happens while the process is dead. */
    private void act(BiConsumer<AlertDesk, Changes> what) {
        desk.ifPresent(opened -> {
            Changes commit = new Changes();
            what.accept(opened, commit);
            store.commit(commit);
            retry = outbox().attemptDue(now).next();
        });
    }

    private Outbox outbox() {
        Receivers receivers = alerts.receivers();
        return new Outbox(store, server, new Notices(new MimeNotices(receivers.mail()), receivers));
    }

    /** When something is due next, behind now. */
    private Optional<Instant> due() {
        Instant soonest = now.plus(SOONEST);
        return desk.flatMap(opened -> Stream.concat(opened.next(now).stream(), retry.stream())
                .min(Instant::compareTo)
                .map(next -> next.isBefore(soonest) ? soonest : next));
    }
}
