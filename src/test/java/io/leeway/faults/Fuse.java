package io.leeway.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts the moments at which a process can end so that somebody could tell, and ends it at some of them. */
final class Fuse {
    private final List<Integer> burnsAt;
    private int passed;
    private Runnable others = () -> {};

    private Fuse(List<Integer> burnsAt) {
        this.burnsAt = new ArrayList<>(burnsAt);
        Collections.sort(this.burnsAt);
    }

    static Fuse never() {
        return new Fuse(List.of());
    }

    /** Ends the process at these moments, counted from 0 over all lives of the process. */
    static Fuse at(Integer... moments) {
        return new Fuse(List.of(moments));
    }

    /** At the next moment others act first. */
    void meanwhile(Runnable act) {
        others = act;
    }

    /** One moment. */
    void moment(String what) {
        Runnable first = others;
        others = () -> {};
        first.run();
        int now = passed++;
        if (!burnsAt.isEmpty() && burnsAt.get(0) <= now) {
            int unused = burnsAt.remove(0);
            throw new Crash(what);
        }
    }

    int passed() {
        return passed;
    }
}
