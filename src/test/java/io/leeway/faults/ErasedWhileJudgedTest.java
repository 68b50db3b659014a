package io.leeway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.monitor.Tables;
import io.leeway.state.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model is erased while the rules have windows of it in hand that open an incident. */
class ErasedWhileJudgedTest {
    private static final Set<String> MARKS = Set.of("marks", "owed-points");

    private final Fuse fuse = Fuse.never();
    private final Outside outside = new Outside(fuse);
    private final World world = new World(new Disk(fuse), outside, 2, Traffic.MONDAY);

    @BeforeEach
    void erasedBeforeTheRulesHaveCommitted() {
        List<List<Story.Step>> chapters = Story.chapters();
        List<Story.Step> drifts = chapters.get(1);
        chapters.get(0).forEach(this::live);
        drifts.subList(0, drifts.size() - Story.SETTLED_BY).forEach(this::live);
        world.commitAll();
        world.report();
        world.request((sequencer, at) -> {
            var unused = sequencer.erase(Traffic.MODEL, at);
        });
        world.commitAll();
        fuse.meanwhile(() -> {
            world.report();
            world.deliver();
        });
        world.judge();
    }

    @Test
    void whatTheyMarkedGoesWithIt() {
        world.deliver();
        assertThat(Outcome.of(world.store(), outside).incidents()).isNotEmpty();
        assertThat(outside.points()).isEmpty();
        assertThat(Tables.all())
                .filteredOn(table -> MARKS.contains(table.name()))
                .hasSize(2)
                .allMatch(this::isEmpty);
    }

    private void live(Story.Step step) {
        world.at(step.now());
        step.action().accept(world);
    }

    private boolean isEmpty(Table table) {
        boolean[] empty = {true};
        world.store().scan(table, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            empty[0] = false;
            return false;
        });
        return empty[0];
    }
}
