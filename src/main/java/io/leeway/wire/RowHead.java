package io.leeway.wire;

import io.leeway.event.ValueKind;
import io.leeway.ingest.Limit;
import io.leeway.ingest.Rejection.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What every row says of itself: its id, its time, and of which model and version it is. Whether its time has come is not
 * asked here: a request that is sent again must be read as it was the first time.
 */
final class RowHead {
    /** No model was logged before; and far from it calendars and windows end. */
    private static final long EARLIEST = 0;

    /** Epoch milliseconds passed it in March 1973; epoch seconds will not before the year 5138. */
    private static final double SECONDS_BELOW = 1e11;

    /** What reports write for all versions together, so no version may be called so. */
    private static final String ALL_VERSIONS = "*";

    private final Source source;
    private final long arrival;
    private final Texts texts = new Texts();
    private final RowId id = new RowId();
    private String version = "";
    private OptionalLong timestamp = OptionalLong.empty();

    RowHead(Source source) {
        this.source = source;
        this.arrival = source.arrival().toEpochMilli();
    }

    void begin() {
        id.clear();
        version = "";
        timestamp = OptionalLong.empty();
    }

    /** Empty without one. */
    RowId id() {
        return id;
    }

    /** Empty without one. */
    String version() {
        return version;
    }

    /** Epoch milliseconds, those of the arrival for a row that has none. */
    long timestamp() {
        return timestamp.orElse(arrival);
    }

    boolean timed() {
        return timestamp.isPresent();
    }

    Optional<Complaint> id(Cell cell) {
        id.clear();
        if (isName(cell)) {
            id.set(cell);
        }
        if (cell.is(ValueKind.OTHER)) {
            return complaint(Reason.BAD_ID, "id must be a text.");
        }
        if (!id.wellFormed()) {
            return complaint(Reason.BAD_ID, "id holds half a surrogate pair: two such ids could not be told apart.");
        }
        return id.length() > source.limits().textBytes()
                ? Complaint.beyond(
                        Limit.TEXT_BYTES,
                        Reason.BAD_ID,
                        "id is longer than " + source.limits().textBytes() + " bytes.")
                : Optional.empty();
    }

    Optional<Complaint> version(Cell cell) {
        version = name(cell);
        if (cell.is(ValueKind.OTHER)) {
            return complaint(Reason.BAD_ROW, "version must be a text.");
        }
        if (version.equals(ALL_VERSIONS)) {
            return complaint(Reason.BAD_ROW, "version must not be *, which stands for all versions.");
        }
        return tooLong(version)
                ? Complaint.beyond(
                        Limit.TEXT_BYTES,
                        Reason.BAD_ROW,
                        "version is longer than " + source.limits().textBytes() + " bytes.")
                : Optional.empty();
    }

    Optional<Complaint> model(Cell cell) {
        return cell.is(ValueKind.MISSING) || name(cell).equals(source.model())
                ? Optional.empty()
                : complaint(Reason.WRONG_MODEL, "model differs from the one in the address, " + source.model() + ".");
    }

    Optional<Complaint> timestamp(Cell cell) {
        timestamp = OptionalLong.empty();
        return switch (cell.kind()) {
            case MISSING -> Optional.empty();
            case OTHER -> badTimestamp("must be RFC 3339 with an offset, or epoch milliseconds.");
            case NUMBER -> number(cell.number());
            case TEXT -> {
                timestamp = Timestamps.parse(cell.chars(), cell.from(), cell.length());
                yield timestamp.isPresent()
                        ? inRange()
                        : badTimestamp("must be RFC 3339 with an offset, such as 2001-03-05T05:55:00Z.");
            }
        };
    }

    private Optional<Complaint> number(double value) {
        if (value < SECONDS_BELOW) {
            return badTimestamp("looks like seconds: give epoch milliseconds.");
        }
        timestamp = OptionalLong.of((long) value);
        return inRange();
    }

    private Optional<Complaint> inRange() {
        return timestamp() < EARLIEST
                ? badTimestamp("is before 1970: leave it out for the time of arrival.")
                : Optional.empty();
    }

    /** The characters of a text or number; empty for anything else. */
    private String name(Cell cell) {
        return isName(cell) ? texts.of(cell) : "";
    }

    private static boolean isName(Cell cell) {
        return cell.is(ValueKind.TEXT) || cell.is(ValueKind.NUMBER);
    }

    private boolean tooLong(String text) {
        int most = source.limits().textBytes();
        return text.length() > most
                || (text.length() * 3 > most && text.getBytes(StandardCharsets.UTF_8).length > most);
    }

    private static Optional<Complaint> badTimestamp(String sentence) {
        return complaint(Reason.BAD_TIMESTAMP, "timestamp " + sentence);
    }

    private static Optional<Complaint> complaint(Reason reason, String detail) {
        return Optional.of(new Complaint(reason, detail));
    }
}
