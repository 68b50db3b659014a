package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentBook;
import io.leeway.alert.Level;
import io.leeway.alert.Sample;
import io.leeway.routing.Destination;
import io.leeway.routing.Escalation;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CircleTest {
    private static final Escalation STEP = new Escalation(Duration.ofMinutes(30), "lead");
    private static final Pace PACE = new Pace(Duration.ZERO, Duration.ZERO, Duration.ofHours(6));
    private static final Policy POLICY = new Policy(Optional.empty(), PACE, Optional.empty(), List.of(STEP));

    private final Receivers receivers = receivers(
            receiver("team", Level.WARNING),
            receiver("platform", Level.WARNING),
            receiver("boss", Level.CRITICAL),
            receiver("lead", Level.WARNING));
    private final List<Destination> destinations = List.of(
            new Destination("team", POLICY, Optional.empty()),
            new Destination("platform", POLICY, Optional.empty()),
            new Destination("boss", POLICY, Optional.empty()),
            new Destination("lead", POLICY, Optional.of(STEP)));

    @Test
    void theReaderIsToldWhoElseHearsOfItAndWhoWillUnlessSomebodyCares() {
        assertThat(circle("team", .3))
                .isEqualTo(new Circle(
                        List.of("platform"),
                        Optional.of(Duration.ofHours(6)),
                        List.of(new Circle.Later("lead", Duration.ofMinutes(30)))));
    }

    @Test
    void whoeverHearsOnlyOfWhatIsCriticalIsInTheCircleOfThat() {
        assertThat(circle("team", .6).others()).containsExactly("platform", "boss");
    }

    @Test
    void whoeverIsToldLaterIsNotToldSoOfThemselves() {
        assertThat(circle("lead", .3).later()).isEmpty();
        assertThat(circle("lead", .3).others()).containsExactly("team", "platform");
    }

    private Circle circle(String reader, double psi) {
        Incident incident = new IncidentBook(List.of(Sample.rule()))
                .accept(List.of(Sample.day("age", 0, psi)))
                .incidents()
                .get(0)
                .incident();
        return Circle.of(incident, destinations, receivers.receiver(reader).orElseThrow(), receivers);
    }

    private static Receiver receiver(String name, Level least) {
        return new Receiver(name, List.of(name + "@example.org"), least);
    }

    private static Receivers receivers(Receiver... all) {
        Map<String, Receiver> byName = Stream.of(all).collect(Collectors.toMap(Receiver::name, Function.identity()));
        return new Receivers(AlertDeskTest.receivers(Level.WARNING).mail(), Optional.empty(), byName);
    }
}
