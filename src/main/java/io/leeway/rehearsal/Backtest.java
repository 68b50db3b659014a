package io.leeway.rehearsal;

import io.leeway.alert.Incident;
import io.leeway.yaml.AlertFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What rules and receivers would have done with windows that have been: the incidents, and the mails by person and night.
 *
 * @param incidents those that opened first first
 * @param mails in the order in which a mail server that is never down would have got them
 */
public record Backtest(List<Incident> incidents, List<TakenMail> mails) {
    private static final LocalTime NIGHT_BEGINS = LocalTime.of(22, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(7, 0);

    /** What waits for working hours is told by then, whatever day the history ends on. */
    private static final Duration UNTIL_ALL_IS_TOLD = Duration.ofDays(4);

    public Backtest {
        incidents = List.copyOf(incidents);
        mails = List.copyOf(mails);
    }

    /** Plays a history. */
    public static Backtest of(AlertFiles alerts, Collection<Arrival> history) {
        NavigableMap<Instant, List<Arrival>> byTime =
                new TreeMap<>(history.stream().collect(Collectors.groupingBy(Arrival::at)));
        if (byTime.isEmpty()) {
            return new Backtest(List.of(), List.of());
        }
        Stage stage = new Stage(alerts, byTime.firstKey());
        byTime.forEach((at, together) -> {
            stage.until(at);
            stage.arrive(together.stream().map(Arrival::window).toList());
        });
        stage.until(byTime.lastKey().plus(UNTIL_ALL_IS_TOLD));
        List<Incident> incidents = stage.archive().incidents().stream()
                .sorted(Comparator.comparing(
                                (Incident incident) -> incident.span().opened())
                        .thenComparing(Incident::id))
                .toList();
        return new Backtest(incidents, stage.mails());
    }

    /** Everybody who got a mail. */
    public List<String> people() {
        return List.copyOf(
                mails.stream().flatMap(mail -> mail.to().stream()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** How many mails somebody got. */
    public long mailsTo(String person) {
        return mails.stream().filter(mail -> mail.to().contains(person)).count();
    }

    /** The nights, each by the day on which it began, in which somebody got mails, and how many. */
    public Map<LocalDate, Long> nights(String person, ZoneId zone) {
        return mails.stream()
                .filter(mail -> mail.to().contains(person))
                .flatMap(mail -> night(mail.at().atZone(zone)).stream())
                .collect(Collectors.groupingBy(night -> night, TreeMap::new, Collectors.counting()));
    }

    private static Optional<LocalDate> night(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        if (time.isBefore(NIGHT_ENDS)) {
            return Optional.of(at.toLocalDate().minusDays(1));
        }
        return time.isBefore(NIGHT_BEGINS) ? Optional.empty() : Optional.of(at.toLocalDate());
    }
}
