package io.leeway.monitor;

import io.leeway.monitor.Rows.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * One way in which rows and their labels may arrive: in requests of any size, permuted, some twice, some much later, labels
 * before or behind their predictions, while lanes commit, the reporter passes and the service is started again with any
 * number of lanes.
 */
final class Arrival {
    private static final int LARGEST = 90;
    private static final int[] LANES = {1, 2, 7};

    private final Random random;
    private final List<Consumer<Clockwork>> steps = new ArrayList<>();

    Arrival(List<Row> rows, Random random) {
        this.random = random;
        requests(rows, some -> steps.add(clockwork -> clockwork.predictions(Rows.batch(some))));
        requests(rows, some -> steps.add(clockwork -> clockwork.labels(Rows.labels(some))));
        Collections.shuffle(steps, random);
        for (int i = 0; i < rows.size() / LARGEST; i++) {
            steps.add(random.nextInt(steps.size()), upkeep());
        }
    }

    static int lanes(Random random) {
        return LANES[random.nextInt(LANES.length)];
    }

    void at(Clockwork clockwork) {
        steps.forEach(step -> step.accept(clockwork));
    }

    /** All rows in some order; a third of the requests come again, with other rows between theirs. */
    private void requests(List<Row> rows, Consumer<List<Row>> request) {
        List<Row> permuted = new ArrayList<>(rows);
        Collections.shuffle(permuted, random);
        int from = 0;
        while (from < permuted.size()) {
            int to = Math.min(permuted.size(), from + 1 + random.nextInt(LARGEST));
            request.accept(permuted.subList(from, to));
            if (random.nextInt(3) == 0) {
                request.accept(permuted.subList(from / 2, to));
            }
            from = to;
        }
    }

    private Consumer<Clockwork> upkeep() {
        int lanes = lanes(random);
        return switch (random.nextInt(4)) {
            case 0 -> Clockwork::report;
            case 1 -> clockwork -> clockwork.commit(0);
            case 2 -> Clockwork::checkpointSequencer;
            default -> clockwork -> clockwork.crash(lanes);
        };
    }
}
