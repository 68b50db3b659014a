package io.leeway.wire;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.ValueKind;
import io.leeway.ingest.Limit;
import io.leeway.ingest.Rejection.Reason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Rows that are predictions, or the examples of a reference set. */
final class PredictionRows implements Rows<Batch> {
    /** Whether a row must hold a prediction or a score. */
    enum Answer {
        REQUIRED,
        OPTIONAL
    }

    private final Limits limits;
    private final Answer answer;
    private final BatchBuilder builder;
    private final FeatureColumns columns;
    private final RowHead head;
    private final AnswerColumn prediction;
    private final AnswerColumn label;
    private final Set<Field> opened = EnumSet.noneOf(Field.class);
    private final Complaints complaints = new Complaints();
    private final Texts texts = new Texts();
    private final Tally tally = new Tally();
    private boolean timed = true;

    PredictionRows(Source source, Answer answer) {
        this.limits = source.limits();
        this.answer = answer;
        this.builder = new BatchBuilder(source.model());
        this.columns = new FeatureColumns(builder);
        this.head = new RowHead(source);
        this.prediction = new AnswerColumn(
                builder::predictionNumber,
                builder::predictionText,
                new Complaint(
                        Reason.NO_PREDICTION,
                        "prediction must be a finite number, a text, a boolean or a list of up to 1,000 items"
                                + " of 16,384 characters together."));
        this.label = new AnswerColumn(
                builder::labelNumber, builder::labelText, new Complaint(Reason.NO_LABEL, AnswerColumn.LABELS));
    }

    @Override
    public boolean knows(Field field) {
        return true;
    }

    @Override
    public void field(Field field, Cell value) {
        complaints.set(
                field,
                switch (field) {
                    case ID -> head.id(value);
                    case TIMESTAMP -> head.timestamp(value);
                    case MODEL -> head.model(value);
                    case VERSION -> head.version(value);
                    case PREDICTION -> prediction.set(value, texts);
                    case SCORE -> score(value);
                    case LABEL -> label.set(value, texts);
                    case SCORES, FEATURES -> noEntries(field, value);
                });
    }

    @Override
    public void open(Field field) {
        complaints.set(field, Optional.empty());
        if (!opened.add(field)) {
            forget(field);
        }
    }

    @Override
    public void entry(Field field, String name, Cell value) {
        if (field == Field.FEATURES && columns.expects(name)) {
            feature(columns.next(), value);
        } else if (name.isEmpty()) {
            tally.unknown();
        } else if (!complaints.about(field)) {
            Optional<Complaint> complaint = field == Field.FEATURES ? feature(name, value) : score(name, value);
            complaint.ifPresent(found -> complaints.add(field, found));
        }
    }

    @Override
    public void unknown() {
        tally.unknown();
    }

    @Override
    public void end() {
        Optional<Complaint> complaint = complaints.first().or(this::unusable);
        if (complaint.isEmpty()) {
            keep();
        } else {
            drop();
            tally.rejected(complaint.get());
        }
    }

    @Override
    public void broken(Reason reason, String detail) {
        drop();
        tally.broken(reason, detail);
    }

    @Override
    public Decoded<Batch> finish() {
        return tally.decoded(builder.build(), timed);
    }

    private Optional<Complaint> score(Cell value) {
        builder.score(Double.NaN);
        if (isProbability(value)) {
            builder.score(value.number());
        }
        return isProbability(value) || value.is(ValueKind.MISSING)
                ? Optional.empty()
                : complaint(Reason.BAD_SCORE, "score must be a number from 0 to 1.");
    }

    private Optional<Complaint> score(String category, Cell value) {
        if (!isProbability(value) && !value.is(ValueKind.MISSING)) {
            return complaint(Reason.BAD_SCORE, "scores must be numbers from 0 to 1.");
        }
        int column = builder.scoreClass(category);
        if (builder.classes() > limits.columns()) {
            return Complaint.beyond(
                    Limit.COLUMNS,
                    Reason.TOO_MANY_FEATURES,
                    "scores names more than " + limits.columns() + " classes.");
        }
        if (!beyondCells()) {
            builder.score(column, value.is(ValueKind.NUMBER) ? value.number() : Double.NaN);
        }
        return Optional.empty();
    }

    private Optional<Complaint> feature(String name, Cell value) {
        int column = columns.of(name);
        if (builder.features() > limits.columns()) {
            return Complaint.beyond(
                    Limit.COLUMNS,
                    Reason.TOO_MANY_FEATURES,
                    "The request names more than " + limits.columns() + " different features.");
        }
        if (name.length() > limits.textBytes()) {
            return Complaint.beyond(
                    Limit.TEXT_BYTES,
                    Reason.BAD_ROW,
                    "A feature's name is longer than " + limits.textBytes() + " characters.");
        }
        feature(column, value);
        return Optional.empty();
    }

    private void feature(int column, Cell value) {
        if (beyondCells()) {
            return;
        }
        switch (value.kind()) {
            case NUMBER -> builder.featureNumber(column, value.number());
            case TEXT -> builder.featureText(column, value.chars(), value.from(), value.length());
            case OTHER -> builder.featureOther(column);
            case MISSING -> builder.featureMissing(column);
        }
    }

    /** {@code features} or {@code scores} that is no object. */
    private Optional<Complaint> noEntries(Field field, Cell value) {
        open(field);
        Reason reason = field == Field.SCORES ? Reason.BAD_SCORE : Reason.BAD_ROW;
        return value.is(ValueKind.MISSING) ? Optional.empty() : complaint(reason, field.text() + " must be an object.");
    }

    private void forget(Field field) {
        if (field == Field.SCORES) {
            builder.classesMissing();
        } else {
            for (int column = 0; column < builder.features(); column++) {
                builder.featureMissing(column);
            }
        }
    }

    private Optional<Complaint> unusable() {
        if (tally.received() >= limits.rows()) {
            return Complaint.beyond(
                    Limit.ROWS,
                    Reason.TOO_LARGE,
                    "The request has more than " + limits.rows() + " rows: send several.");
        }
        if (beyondCells()) {
            return Complaint.beyond(
                    Limit.CELLS,
                    Reason.TOO_LARGE,
                    "The request has more than " + limits.cells() + " cells: send several.");
        }
        return answer == Answer.REQUIRED && !builder.answered()
                ? complaint(Reason.NO_PREDICTION, "A row needs a prediction, a score or scores.")
                : Optional.empty();
    }

    /** Then the row is rejected at its end, and no room is made for its cells. */
    private boolean beyondCells() {
        return (builder.size() + 1L) * (builder.features() + builder.classes()) > limits.cells();
    }

    private void keep() {
        builder.id(head.id().utf8(), head.id().length());
        builder.timestamp(head.timestamp());
        if (!head.version().isEmpty()) {
            builder.version(head.version());
        }
        builder.predictMostProbable();
        builder.keep();
        timed &= head.timed();
        tally.kept();
        nextRow();
    }

    private void drop() {
        builder.drop();
        nextRow();
    }

    private void nextRow() {
        head.begin();
        columns.nextRow();
        complaints.clear();
        opened.clear();
    }

    private static boolean isProbability(Cell value) {
        return value.is(ValueKind.NUMBER) && value.number() >= 0 && value.number() <= 1;
    }

    private static Optional<Complaint> complaint(Reason reason, String detail) {
        return Optional.of(new Complaint(reason, detail));
    }
}
