package io.leeway.rehearsal;

import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.Section;
import io.leeway.yaml.Text;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one of the {@code tests} of a script. */
final class ScenarioReader {
    private final AlertFiles alerts;
    private final Times times;

    ScenarioReader(AlertFiles alerts, Times times) {
        this.alerts = alerts;
        this.times = times;
    }

    Optional<Scenario> scenario(Section section) {
        section.only("name", "given", "events", "expect", "mails", "mails_not");
        ClaimReader claims = new ClaimReader(alerts, times);
        List<Arrival> arrivals = section.sections("given").stream()
                .flatMap(given -> new SeriesReader(given, times).arrivals().stream())
                .toList();
        List<Event> events = section.sections("events").stream()
                .flatMap(event -> event(event).stream())
                .toList();
        List<Expectation> expectations = section.sections("expect").stream()
                .flatMap(expectation -> claims.expectation(expectation).stream())
                .toList();
        List<MailClaim> mails = section.sections("mails").stream()
                .flatMap(mail -> claims.mail(mail).stream())
                .toList();
        if (!section.keys().contains("expect") && !section.keys().contains("mails")) {
            section.problem("a test claims something: it needs expect or mails");
        }
        return section.needed("name")
                .map(name -> new Scenario(
                        name.value(),
                        section.place(),
                        times,
                        arrivals,
                        events,
                        expectations,
                        section.keys().contains("mails") ? Optional.of(mails) : Optional.empty(),
                        section.texts("mails_not").stream().map(Text::value).toList()));
    }

    private Optional<Event> event(Section section) {
        section.only("at", "smtp", "kill", "start");
        Optional<Instant> at = section.needed("at").flatMap(times::instant);
        if (section.keys().size() != 2) {
            section.problem("an event is one of smtp: refuse, kill: true and start: true, with its at");
            return Optional.empty();
        }
        return at.flatMap(instant -> section.keys().contains("smtp")
                ? section.needed("smtp").flatMap(ScenarioReader::mood).map(mood -> new Event.MailServer(instant, mood))
                : life(section, instant));
    }

    private static Optional<Event.Mood> mood(Text text) {
        return text.oneOf(Arrays.asList(Event.Mood.values()), Event.Mood::text);
    }

    private static Optional<Event> life(Section section, Instant at) {
        String key = section.keys().contains("kill") ? "kill" : "start";
        return section.needed(key)
                .flatMap(text -> text.oneOf(List.of("true"), word -> word))
                .map(unused -> key.equals("kill") ? new Event.Kill(at) : new Event.Start(at));
    }
}
