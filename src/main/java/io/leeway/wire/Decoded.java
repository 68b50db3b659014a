package io.leeway.wire;

import io.leeway.ingest.Intake;
import io.leeway.ingest.Limit;
import io.leeway.ingest.Receipt;
import io.leeway.ingest.Rejection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one request.
 *
 * @param rows those that can be taken
 * @param received all rows of the request: those in {@code rows} and the {@code rejected} ones
 * @param reasons how many rows were rejected for each reason
 * @param beyond how many rows were beyond each limit
 * @param rejections the first {@link Receipt#MOST_ERRORS} rejected rows
 * @param origins where in the request each row of {@code rows} stood
 * @param unknownFields how many top-level fields were ignored because they mean nothing here
 * @param timed whether every row of {@code rows} had a timestamp of its own
 * @param unreadable a sentence for the sender when nothing at all could be read
 */
public record Decoded<T>(
        T rows,
        long received,
        long rejected,
        Map<Rejection.Reason, Long> reasons,
        Map<Limit, Long> beyond,
        List<Rejection> rejections,
        RowOrigins origins,
        long unknownFields,
        boolean timed,
        Optional<String> unreadable) {
    public Decoded {
        reasons = Map.copyOf(reasons);
        beyond = Map.copyOf(beyond);
        rejections = List.copyOf(rejections);
    }

    /** The receipt for the whole request, once the intake has answered for {@code rows}. */
    public Receipt receipt(Intake.Taken taken) {
        List<Rejection> all = Stream.concat(
                        rejections.stream(), taken.rejections().stream().map(this::inRequest))
                .sorted(Comparator.comparingLong(Rejection::index))
                .limit(Receipt.MOST_ERRORS)
                .toList();
        long refused = rejected + taken.rejections().size();
        return new Receipt(received, received - refused, refused, all, taken.position());
    }

    /** The same, of which nothing could be read. */
    Decoded<T> unreadable(String sentence) {
        return new Decoded<>(
                rows,
                received,
                rejected,
                reasons,
                beyond,
                rejections,
                origins,
                unknownFields,
                timed,
                Optional.of(sentence));
    }

    private Rejection inRequest(Rejection inBatch) {
        return new Rejection(origins.of(inBatch.index()), inBatch.reason(), inBatch.detail());
    }
}
