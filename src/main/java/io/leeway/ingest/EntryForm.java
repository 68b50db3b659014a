package io.leeway.ingest;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import io.leeway.catalog.ModelForm;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import java.util.Optional;

/**
 * Journal entries as bytes: version, kind, arrival, watermark, then what the kind holds. Independent of the request's
 * format and of today's settings, so that a replay needs neither.
 */
public final class EntryForm {
    private static final int VERSION = 1;
    private static final int PREDICTIONS = 1;
    private static final int TRUTH = 2;
    private static final int MODEL_CHANGED = 3;
    private static final int BASELINE_SET = 4;
    private static final int TICK = 5;
    private static final int FORGOTTEN = 6;
    private static final int ERASED = 7;

    /** An id, a time and a score take about as much as so many numbers. */
    private static final int BESIDE_FEATURES = 4;

    private static final int MOST_AT_ONCE = 1 << 20;

    private EntryForm() {}

    public static byte[] bytes(Entry entry) {
        Writing writing = new Writing();
        entry.handle(writing);
        return writing.out.toByteArray();
    }

    /** Reads what {@link #bytes} wrote. */
    public static Entry read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int unused = in.version("a journal entry", VERSION);
        int kind = in.octet();
        long arrival = in.whole();
        long watermark = in.whole();
        return switch (kind) {
            case PREDICTIONS -> {
                Optional<Entry.Keyed> keyed = keyed(in);
                long rejected = in.count();
                yield new Entry.Predictions(Batch.read(in), rejected, arrival, watermark, keyed);
            }
            case TRUTH -> {
                Optional<Entry.Keyed> keyed = keyed(in);
                long rejected = in.count();
                yield new Entry.Truth(Labels.read(in), rejected, arrival, watermark, keyed);
            }
            case MODEL_CHANGED -> new Entry.ModelChanged(ModelForm.read(in), arrival, watermark);
            case BASELINE_SET -> new Entry.BaselineSet(reference(in), arrival, watermark);
            case TICK -> new Entry.Tick(in.text(), arrival, watermark);
            case FORGOTTEN -> new Entry.Forgotten(in.text(), in.text(), arrival, watermark);
            case ERASED -> new Entry.Erased(in.text(), arrival);
            default -> throw new MalformedBytesException("a journal entry of kind " + kind);
        };
    }

    private static Optional<Entry.Keyed> keyed(ByteReader in) {
        return in.flag()
                ? Optional.of(new Entry.Keyed(new IdempotencyKey(in.text(), in.fixed()), Rejections.read(in)))
                : Optional.empty();
    }

    private static Entry.Reference reference(ByteReader in) {
        return new Entry.Reference(in.text(), in.optional(), in.flag(), in.flag(), Batch.read(in));
    }

    private static final class Writing implements Entry.Handler {
        private ByteWriter out = new ByteWriter(1024);

        @Override
        public void predictions(Entry.Predictions entry) {
            out = new ByteWriter(roughly(entry.batch()));
            head(PREDICTIONS, entry);
            keyed(entry.keyed());
            out.count(entry.rejected());
            entry.batch().write(out);
        }

        @Override
        public void truth(Entry.Truth entry) {
            head(TRUTH, entry);
            keyed(entry.keyed());
            out.count(entry.rejected());
            entry.labels().write(out);
        }

        @Override
        public void modelChanged(Entry.ModelChanged entry) {
            head(MODEL_CHANGED, entry);
            ModelForm.write(entry.definition(), out);
        }

        @Override
        public void baselineSet(Entry.BaselineSet entry) {
            head(BASELINE_SET, entry);
            out.text(entry.reference().id());
            out.optional(entry.reference().version());
            out.flag(entry.reference().learned()).flag(entry.reference().timed());
            entry.reference().rows().write(out);
        }

        @Override
        public void tick(Entry.Tick entry) {
            head(TICK, entry);
            out.text(entry.model());
        }

        @Override
        public void forgotten(Entry.Forgotten entry) {
            head(FORGOTTEN, entry);
            out.text(entry.model()).text(entry.id());
        }

        /** What a batch of numbers takes, so that the writer seldom grows. */
        private static int roughly(Batch batch) {
            long numbers =
                    batch.size() * (BESIDE_FEATURES + (long) batch.features().size());
            return (int) Math.min(MOST_AT_ONCE, 1024 + numbers * Double.BYTES);
        }

        @Override
        public void erased(Entry.Erased entry) {
            head(ERASED, entry);
            out.text(entry.model());
        }

        private void keyed(Optional<Entry.Keyed> keyed) {
            out.flag(keyed.isPresent());
            keyed.ifPresent(it -> {
                out.text(it.key().name()).fixed(it.key().fingerprint());
                Rejections.write(it.rejections(), out);
            });
        }

        private void head(int kind, Entry entry) {
            out.octet(VERSION).octet(kind).whole(entry.arrival()).whole(entry.watermark());
        }
    }
}
