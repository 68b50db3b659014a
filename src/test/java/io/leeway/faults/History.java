package io.leeway.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** A story lived to its end by as many processes as it takes: each begins at the step at which the one before it died. */
final class History {
    private final Fuse fuse;
    private final Fate fate;
    private final Disk disk;
    private final Outside outside;
    private final List<String> deaths = new ArrayList<>();
    private Optional<World> alive = Optional.empty();

    /** What a process is born with, by the number of those that died before it, and what a death does to the disk. */
    record Fate(IntUnaryOperator lanes, Death death) {
        void strike(Disk disk) {
            if (death == Death.POWER_LOST) {
                disk.losePower(disk.unsynced());
            }
        }
    }

    /** How a process ends. */
    enum Death {
        KILLED,
        /** As much is lost as may be. */
        POWER_LOST
    }

    /** The beginning. */
    History(Fuse fuse, Fate fate) {
        this(fuse, fate, new Disk(fuse), new Outside(fuse));
    }

    private History(Fuse fuse, Fate fate, Disk disk, Outside outside) {
        this.fuse = fuse;
        this.fate = fate;
        this.disk = disk;
        this.outside = outside;
    }

    /** How it could go on from here. */
    History branch(Fuse other, Fate otherFate) {
        return new History(other, otherFate, new Disk(disk, other), new Outside(outside, other));
    }

    /** Lives a chapter; whoever is alive then does what is left to do. */
    Outcome live(List<Story.Step> steps) {
        steps.forEach(this::live);
        live(new Story.Step(steps.get(steps.size() - 1).now(), World::settle));
        return outcome();
    }

    /** One step, done again by the next process if this one dies. */
    void live(Story.Step step) {
        boolean done = false;
        while (!done) {
            done = survives(step);
        }
    }

    /** The process ends between two steps. */
    void die() {
        deaths.add("between two steps");
        alive = Optional.empty();
        fate.strike(disk);
    }

    Outcome outcome() {
        return Outcome.of(alive.orElseThrow().store(), outside);
    }

    /** At how many moments a process could have died. */
    int moments() {
        return fuse.passed();
    }

    /** Where processes died. */
    List<String> deaths() {
        return deaths;
    }

    Outside outside() {
        return outside;
    }

    private boolean survives(Story.Step step) {
        try {
            World world = alive(step.now());
            world.at(step.now());
            step.action().accept(world);
            return true;
        } catch (Crash crash) {
            deaths.add(crash.getMessage() + " at " + step.now());
            alive = Optional.empty();
            fate.strike(disk);
            return false;
        }
    }

    private World alive(Instant now) {
        World world =
                alive.orElseGet(() -> new World(disk, outside, fate.lanes().applyAsInt(deaths.size()), now));
        alive = Optional.of(world);
        return world;
    }
}
