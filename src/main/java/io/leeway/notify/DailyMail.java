package io.leeway.notify;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mail that comes every day, so that its absence says something. It goes the way of all mails, once a day. */
public final class DailyMail {
    private final Notices notices;
    private final Heartbeat heartbeat;

    public DailyMail(Notices notices, Heartbeat heartbeat) {
        this.notices = notices;
        this.heartbeat = heartbeat;
    }

    /** What it follows. */
    public Heartbeat heartbeat() {
        return heartbeat;
    }

    /**
     * Queues the mail of the day if its time has come and it is not queued yet.
     *
     * @param store where mails are remembered
     * @param facts what it says
     * @return whether it did
     */
    public boolean queueDue(Instant now, Store store, List<Notice.Fact> facts, Changes commit) {
        Optional<Receiver> to = heartbeat.to().flatMap(notices.receivers()::receiver);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean early = now.isBefore(day.atTime(heartbeat.at()).toInstant(ZoneOffset.UTC));
        MailKey key = new MailKey("heartbeat-" + day.format(DateTimeFormatter.BASIC_ISO_DATE), 1);
        if (to.isEmpty() || early || store.get(Tables.DELIVERIES, key.bytes()).isPresent()) {
            return false;
        }
        notices.queue(key, notice(key, to.get(), now, facts), commit);
        return true;
    }

    private Notice notice(MailKey key, Receiver to, Instant now, List<Notice.Fact> facts) {
        String told = facts.stream()
                .limit(2)
                .map(fact -> fact.name().toLowerCase(Locale.ROOT) + " " + fact.value())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
        return new Notice(
                key.messageId(notices.receivers().mail().messageIdDomain()),
                "ALIVE",
                "Leeway watches",
                now,
                to.email(),
                "Leeway is alive: " + told + ".",
                facts,
                List.of(),
                "This mail comes every day at " + heartbeat.at()
                        + " UTC. If it does not, nobody is watching: look at the service.");
    }
}
