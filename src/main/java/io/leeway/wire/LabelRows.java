package io.leeway.wire;

import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import io.leeway.ingest.Limit;
import io.leeway.ingest.Rejection.Reason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Rows that are labels. */
final class LabelRows implements Rows<Labels> {
    private static final Set<Field> KNOWN = EnumSet.of(Field.ID, Field.TIMESTAMP, Field.MODEL, Field.LABEL);

    private final Limits limits;
    private final LabelsBuilder builder;
    private final RowHead head;
    private final AnswerColumn label =
            new AnswerColumn(this::number, this::text, new Complaint(Reason.NO_LABEL, AnswerColumn.LABELS));
    private final Complaints complaints = new Complaints();
    private final Texts texts = new Texts();
    private final Tally tally = new Tally();
    private boolean timed = true;
    private double number = Double.NaN;
    private String text = "";

    LabelRows(Source source) {
        this.limits = source.limits();
        this.builder = new LabelsBuilder(source.model());
        this.head = new RowHead(source);
    }

    @Override
    public boolean knows(Field field) {
        return KNOWN.contains(field);
    }

    @Override
    public void field(Field field, Cell value) {
        complaints.set(
                field,
                switch (field) {
                    case ID -> head.id(value);
                    case TIMESTAMP -> head.timestamp(value);
                    case MODEL -> head.model(value);
                    case LABEL -> label.set(value, texts);
                    default -> throw new IllegalArgumentException("labels do not know " + field.text());
                });
    }

    @Override
    public void open(Field field) {
        throw new IllegalArgumentException("labels do not know " + field.text());
    }

    @Override
    public void entry(Field field, String name, Cell value) {
        throw new IllegalArgumentException("labels do not know " + field.text());
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
            tally.rejected(complaint.get());
        }
        nextRow();
    }

    @Override
    public void broken(Reason reason, String detail) {
        tally.broken(reason, detail);
        nextRow();
    }

    @Override
    public Decoded<Labels> finish() {
        return tally.decoded(builder.build(), timed);
    }

    private Optional<Complaint> unusable() {
        if (tally.received() >= limits.rows()) {
            return Complaint.beyond(
                    Limit.ROWS,
                    Reason.TOO_LARGE,
                    "The request has more than " + limits.rows() + " rows: send several.");
        }
        if (head.id().isEmpty()) {
            return complaint(Reason.NO_ID, "A label needs the id of its prediction.");
        }
        return Double.isNaN(number) && text.isEmpty()
                ? complaint(Reason.NO_LABEL, "A label needs a label.")
                : Optional.empty();
    }

    private void keep() {
        if (text.isEmpty()) {
            builder.add(head.id().text(), number, head.timestamp());
        } else {
            builder.add(head.id().text(), text, head.timestamp());
        }
        timed &= head.timed();
        tally.kept();
    }

    private void nextRow() {
        head.begin();
        complaints.clear();
        number(Double.NaN);
    }

    private void number(double value) {
        number = value;
        text = "";
    }

    private void text(String value) {
        text = value;
    }

    private static Optional<Complaint> complaint(Reason reason, String detail) {
        return Optional.of(new Complaint(reason, detail));
    }
}
