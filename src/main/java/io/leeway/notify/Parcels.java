package io.leeway.notify;

import io.leeway.alert.Level;
import io.leeway.notify.Correspondence.Due;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is told to one receiver at one time, dealt out to mails. */
final class Parcels {
    /** Whoever gets more than three mails at once reads none of them. */
    private static final int FEW = 3;

    private static final Comparator<Due> WORST_FIRST = Comparator.<Due, Level>comparing(
                    due -> due.incident().level())
            .reversed()
            .thenComparing(due -> due.plan().when())
            .thenComparing(due -> due.incident().id());

    private Parcels() {}

    /**
     * One list for each mail. What goes on with a thread is a mail of that thread; of what begins none, a few are mails by
     * themselves, and more than that have one cause rather than several and come together.
     *
     * @param room how many mails there may be, at least one; if everything does not go into so many, it goes into one
     */
    static List<List<Due>> of(List<Due> all, int room) {
        List<Due> sorted = all.stream().sorted(WORST_FIRST).toList();
        boolean many = sorted.stream().filter(Parcels::begins).count() > FEW;
        List<Due> together = new ArrayList<>();
        List<List<Due>> parcels = new ArrayList<>();
        for (Due due : sorted) {
            if (due.plan().way() == Plan.Way.DIGEST || (many && begins(due))) {
                together.add(due);
            } else {
                parcels.add(List.of(due));
            }
        }
        if (!together.isEmpty()) {
            parcels.add(together);
        }
        return parcels.size() > room ? List.of(sorted) : parcels;
    }

    /** Whether there is no mail yet that is about this incident alone. */
    private static boolean begins(Due due) {
        return due.plan().way() == Plan.Way.ALONE && due.conversation().thread().isEmpty();
    }
}
