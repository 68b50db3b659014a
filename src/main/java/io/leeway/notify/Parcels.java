package io.leeway.notify;

import io.leeway.alert.Level;
import io.leeway.notify.Correspondence.Due;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is told to one receiver at one time, dealt out to mails. */
final class Parcels {
    private static final Comparator<Due> WORST_FIRST = Comparator.<Due, Level>comparing(
                    due -> due.incident().level())
            .reversed()
            .thenComparing(due -> due.plan().when())
            .thenComparing(due -> due.incident().id());

    private Parcels() {}

    /**
     * One list for each mail.
     *
     * @param room how many mails there may be, at least one; if everything does not go into so many, it goes into one
     */
    static List<List<Due>> of(List<Due> all, int room) {
        List<Due> sorted = all.stream().sorted(WORST_FIRST).toList();
        var byWay = sorted.stream()
                .collect(Collectors.partitioningBy(due -> due.plan().way() == Plan.Way.DIGEST));
        List<Due> together = byWay.getOrDefault(true, List.of());
        List<List<Due>> parcels = new ArrayList<>();
        byWay.getOrDefault(false, List.of()).forEach(due -> parcels.add(List.of(due)));
        if (!together.isEmpty()) {
            parcels.add(together);
        }
        return parcels.size() > room ? List.of(sorted) : parcels;
    }
}
