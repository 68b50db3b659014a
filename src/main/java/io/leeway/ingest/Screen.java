package io.leeway.ingest;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Takes out the rows that cannot be taken as things stand: those whose time has not come and, of predictions, those that
 * their model cannot count. What is wrong with a row whenever it comes has been found when it was read; so a request that
 * is sent again is read as it was the first time, and what was found here then is remembered with its key.
 */
final class Screen {
    private final Allowed allowed;
    private final long hoursAhead;
    private final long latest;

    Screen(Allowed allowed, Instant now) {
        this.allowed = allowed;
        this.hoursAhead = allowed.most(Limit.AHEAD_HOURS);
        this.latest = now.plus(Duration.ofHours(hoursAhead)).toEpochMilli();
    }

    Screened<Batch> predictions(Batch rows, ModelState state) {
        Countable countable = new Countable(rows, state, allowed);
        AnswerScreen answers =
                new AnswerScreen(rows.predictions(), state.model().task());
        if (noneAhead(rows) && countable.takesAll() && answers.takesAll()) {
            return new Screened<>(rows, List.of());
        }
        return screened(
                rows,
                row -> ahead(row, rows.timestamps()[row])
                        .or(() -> countable.rejection(row))
                        .or(() -> answers.rejection(row)));
    }

    Screened<Batch> reference(Batch rows) {
        return screened(rows, row -> ahead(row, rows.timestamps()[row]));
    }

    Screened<Labels> labels(Labels rows) {
        List<Rejection> rejections = rejections(rows.size(), row -> ahead(row, rows.timestamps()[row]));
        if (rejections.isEmpty()) {
            return new Screened<>(rows, rejections);
        }
        LabelsBuilder kept = new LabelsBuilder(rows.model());
        others(rows.size(), rejections).forEach(row -> kept.add(rows, row));
        return new Screened<>(kept.build(), rejections);
    }

    private static Screened<Batch> screened(Batch rows, IntFunction<Optional<Rejection>> judge) {
        List<Rejection> rejections = rejections(rows.size(), judge);
        if (rejections.isEmpty()) {
            return new Screened<>(rows, rejections);
        }
        BatchBuilder kept = new BatchBuilder(rows.model());
        others(rows.size(), rejections).forEach(row -> kept.keep(rows, row));
        return new Screened<>(kept.build(), rejections);
    }

    private boolean noneAhead(Batch rows) {
        boolean come = true;
        for (long timestamp : rows.timestamps()) {
            come &= timestamp <= latest;
        }
        return come;
    }

    private Optional<Rejection> ahead(int row, long timestamp) {
        return timestamp > latest
                ? Optional.of(new Rejection(
                        row,
                        Rejection.Reason.FUTURE_TIMESTAMP,
                        "timestamp is more than " + hoursAhead + " h in the future."))
                : Optional.empty();
    }

    private static List<Rejection> rejections(int rows, IntFunction<Optional<Rejection>> judge) {
        List<Rejection> rejections = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            judge.apply(row).ifPresent(rejections::add);
        }
        return rejections;
    }

    private static IntStream others(int rows, List<Rejection> rejections) {
        BitSet out = new BitSet(rows);
        rejections.forEach(it -> out.set((int) it.index()));
        return IntStream.range(0, rows).filter(row -> !out.get(row));
    }
}
