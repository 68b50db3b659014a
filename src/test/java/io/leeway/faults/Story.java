package io.leeway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.ingest.IdempotencyKey;
import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Sequencer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Weeks of a model, step by step: rows with and without ids, repeated and late ones, labels, a deletion, another baseline,
 * other settings, a silence, windows that grow too old, an end and a new beginning, and in between all that the service does on its own. The second
 * day drifts. Every step may be done again by whoever did not live to see its end.
 */
final class Story {
    static final List<WindowSize> SIZES = List.of(WindowSize.DAY, WindowSize.WEEK);

    /** How many steps it takes the service to do all there is to do; every chapter ends with them. */
    static final int SETTLED_BY = 6;

    private static final ModelSettings SETTINGS = kept(90);

    private final List<Step> steps = new ArrayList<>();
    private Instant now = Traffic.MONDAY;

    private Story() {}

    /** What is done, and when. */
    record Step(Instant now, Consumer<World> action) {}

    /** Its chapters; with each, the service has done all there is to do. */
    static List<List<Step>> chapters() {
        Story story = new Story();
        return Stream.<Runnable>of(
                        story::opens, story::drifts, story::corrects, story::changes, story::sleeps, story::ends)
                .map(story::told)
                .toList();
    }

    private List<Step> told(Runnable chapter) {
        steps.clear();
        chapter.run();
        return List.copyOf(steps);
    }

    private void opens() {
        settings(SETTINGS);
        baseline(Optional.empty());
        day(0, 0);
        then(world -> world.commit(0));
        then(World::report);
        labels(0);
        settle();
    }

    private void drifts() {
        day(1, 5);
        then(world -> world.commit(1));
        then(World::checkpoint);
        labels(1);
        day(2, 0);
        settle();
    }

    private void corrects() {
        predictions(Traffic.rows(0, Traffic.DAY, Traffic.DAY + 10, 0), Optional.empty());
        then(world -> world.request((sequencer, at) -> {
            var unused = sequencer.forget(Traffic.MODEL, Traffic.id(0, 3), at);
        }));
        settle();
    }

    private void changes() {
        baseline(Optional.of("2"));
        day(3, 0);
        day(4, 0);
        settle();
        settings(kept(80));
        predictions(Traffic.rows(1, Traffic.DAY, Traffic.DAY + 15, 0), Optional.empty());
        settle();
    }

    /** What is too old by then is dropped by one of the last reports, by whichever comes after its points have left. */
    private void sleeps() {
        day(20, 0);
        labels(20);
        settle();
        now = now.plus(Duration.ofDays(2));
        then(world -> world.request((sequencer, at) -> sequencer.tick(at)));
        settle();
        predictions(Traffic.rows(20, Traffic.DAY, Traffic.DAY + 1, 0), Optional.empty());
        settle();
    }

    /**
     * The model is erased with an incident open, and another of its name begins before anything else makes sure that the
     * erasure outlives the loss of power. What a life without power had judged is judged again before: of windows that were
     * never judged there is no incident to end.
     */
    private void ends() {
        day(22, 5);
        day(23, 0);
        settle();
        then(World::settle);
        then(World::checkpoint);
        then(world -> world.request(Story::erase));
        work();
        settings(SETTINGS);
        baseline(Optional.empty());
        day(25, 0);
        labels(25);
        settle();
    }

    /** Whoever did not live to see that it was erased may find it gone. */
    private static void erase(Sequencer sequencer, Instant at) {
        try {
            var unused = sequencer.erase(Traffic.MODEL, at);
        } catch (IntakeException e) {
            assertThat(e.kind()).isEqualTo(IntakeException.Kind.UNKNOWN_MODEL);
        }
    }

    private void settings(ModelSettings settings) {
        then(world -> world.request((sequencer, at) -> {
            var unused = sequencer.settings(Traffic.MODEL, settings, at);
        }));
    }

    private void baseline(Optional<String> version) {
        then(world -> world.request((sequencer, at) -> {
            var unused = sequencer.baseline(version, true, Traffic.reference(), at);
        }));
    }

    /** A day's rows in several requests, one of them twice, the last of rows that only its key tells apart. */
    private void day(int day, double shift) {
        now = Traffic.start(day + 1);
        predictions(Traffic.rows(day, 0, 40, shift), Optional.empty());
        predictions(Traffic.rows(day, 40, 80, shift), Optional.empty());
        predictions(Traffic.rows(day, 20, 60, shift), Optional.empty());
        predictions(
                Traffic.anonymous(day, 80, Traffic.DAY, shift),
                Optional.of(new IdempotencyKey("key of day " + day, day)));
    }

    private void predictions(Batch rows, Optional<IdempotencyKey> key) {
        then(world -> world.request((sequencer, at) -> {
            var unused = sequencer.predictions(rows, 0, key, at);
        }));
    }

    private void labels(int day) {
        then(world -> world.request((sequencer, at) -> {
            var unused = sequencer.labels(Traffic.labels(day), 0, Optional.empty(), at);
        }));
    }

    /** All that the service does on its own, each once. */
    private void settle() {
        work();
        then(World::checkpoint);
    }

    private void work() {
        then(World::commitAll);
        then(World::report);
        then(World::judge);
        then(World::deliver);
        then(World::mail);
    }

    private void then(Consumer<World> action) {
        steps.add(new Step(now, action));
    }

    private static ModelSettings kept(int labelHorizonDays) {
        return SettingsOf.kept(
                SettingsOf.windows(SIZES.toArray(WindowSize[]::new)),
                Duration.ofDays(labelHorizonDays),
                Duration.ofDays(10));
    }
}
