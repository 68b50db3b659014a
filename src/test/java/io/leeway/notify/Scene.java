package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.alert.Sample;
import io.leeway.routing.Route;
import io.leeway.state.Changes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A desk, a store and a clock that goes on in steps. */
final class Scene {
    private final SortedStore store = new SortedStore();
    private Optional<Receivers> receivers = Optional.empty();
    private Optional<AlertDesk> desk = Optional.empty();
    private List<Rule> rules = List.of(Sample.rule());
    private boolean reopens;
    private Instant now = Instant.MIN;

    Scene reopening() {
        reopens = true;
        return this;
    }

    @CanIgnoreReturnValue
    Scene by(Rule... others) {
        rules = List.of(others);
        return this;
    }

    @CanIgnoreReturnValue
    Scene told(Route route, Receiver... all) {
        Receivers plain = AlertDeskTest.receivers(Level.WARNING);
        Map<String, Receiver> named = new TreeMap<>();
        Stream.of(all).forEach(each -> named.put(each.name(), each));
        receivers = Optional.of(new Receivers(plain.mail(), plain.page(), named, route));
        return this;
    }

    @CanIgnoreReturnValue
    Scene day(Instant at, String feature, int day, double psi) {
        return day(at, "credit", feature, day, psi);
    }

    /** A day of one input becomes known at an instant, and everything until then has been told. */
    @CanIgnoreReturnValue
    Scene day(Instant at, String model, String feature, int day, double psi) {
        if (now.isAfter(Instant.MIN)) {
            until(at);
        }
        now = at;
        Changes commit = new Changes();
        assertThat(desk().accept(List.of(Sample.of(model, feature, day, psi)), at, commit))
                .isNotNull();
        commit(commit);
        return this;
    }

    @CanIgnoreReturnValue
    Scene at(Instant at) {
        now = at;
        Changes commit = new Changes();
        desk().tell(at, commit);
        commit(commit);
        return this;
    }

    /** Does what is due whenever it is due. */
    @CanIgnoreReturnValue
    Scene until(Instant end) {
        Optional<Instant> next = desk().next(now);
        while (next.isPresent() && !next.get().isAfter(end)) {
            at(next.get().isBefore(now) ? now : next.get());
            next = desk().next(now);
        }
        now = end;
        return this;
    }

    /** Somebody says something; it is committed at once. */
    @CanIgnoreReturnValue
    Scene said(Instant at, BiConsumer<AlertDesk, Changes> what) {
        until(at);
        Changes commit = new Changes();
        what.accept(desk(), commit);
        commit(commit);
        return this;
    }

    Archive archive() {
        return new Archive(store);
    }

    List<String> mails() {
        return archive().mails().stream()
                .sorted(Comparator.<Archive.Entry, Instant>comparing(
                                entry -> entry.mail().date())
                        .thenComparing(entry -> entry.mail().receiver()))
                .map(Scene::told)
                .toList();
    }

    private static String told(Archive.Entry entry) {
        return entry.mail().receiver() + " "
                + entry.mail().date().toString().substring(5, 16) + " "
                + entry.mail().subject().replaceFirst(" thread .*", "");
    }

    private AlertDesk desk() {
        if (desk.isEmpty() || reopens) {
            desk = Optional.of(AlertDesk.open(store, rules, receivers.orElseThrow(), new PlainComposer()));
        }
        return desk.get();
    }

    private void commit(Changes commit) {
        store.commit(commit);
    }
}
