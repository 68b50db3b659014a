package io.leeway.ingest;

import io.leeway.catalog.Model;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to a model, as it stands in the journal. The order of entries is the order in which every lane
 * meets them, so all lanes agree on which settings and which baseline a row saw. Bytes: {@link EntryForm}.
 */
public sealed interface Entry {
    /** The watermark of a model that has seen no row. */
    long NO_WATERMARK = Long.MIN_VALUE;

    /** The model's name. */
    String model();

    /** When it was put in order, epoch milliseconds of the service's clock. */
    long arrival();

    /** The model's watermark behind this entry, epoch milliseconds, or {@link #NO_WATERMARK}. Never goes back. */
    long watermark();

    /** Calls the handler's method for this kind of entry. */
    void handle(Handler handler);

    /** Is shown entries, each by its kind. */
    interface Handler {
        void predictions(Predictions entry);

        void truth(Truth entry);

        void modelChanged(ModelChanged entry);

        void baselineSet(BaselineSet entry);

        void tick(Tick entry);

        void forgotten(Forgotten entry);

        void erased(Erased entry);
    }

    /**
     * Rows of predictions.
     *
     * @param rejected how many rows of the same request were not taken, for the totals
     * @param keyed what the sender calls the request, if anything
     */
    record Predictions(Batch batch, long rejected, long arrival, long watermark, Optional<Keyed> keyed)
            implements Entry {
        @Override
        public String model() {
            return batch.model();
        }

        @Override
        public void handle(Handler handler) {
            handler.predictions(this);
        }
    }

    /** Rows of ground truth. */
    record Truth(Labels labels, long rejected, long arrival, long watermark, Optional<Keyed> keyed) implements Entry {
        @Override
        public String model() {
            return labels.model();
        }

        @Override
        public void handle(Handler handler) {
            handler.truth(this);
        }
    }

    /** From here on the model is this: created, its settings replaced, or something inferred from what arrived. */
    record ModelChanged(Model definition, long arrival, long watermark) implements Entry {
        @Override
        public String model() {
            return definition.name();
        }

        @Override
        public void handle(Handler handler) {
            handler.modelChanged(this);
        }
    }

    /** From here on rows are compared with this reference set. */
    record BaselineSet(Reference reference, long arrival, long watermark) implements Entry {
        @Override
        public String model() {
            return reference.rows().model();
        }

        @Override
        public void handle(Handler handler) {
            handler.baselineSet(this);
        }
    }

    /** Nothing arrived, and time went on. */
    record Tick(String model, long arrival, long watermark) implements Entry {
        @Override
        public void handle(Handler handler) {
            handler.tick(this);
        }
    }

    /** What is remembered of one prediction is forgotten. */
    record Forgotten(String model, String id, long arrival, long watermark) implements Entry {
        @Override
        public void handle(Handler handler) {
            handler.forgotten(this);
        }
    }

    /** All that is known of the model is erased; a later entry of that name is about a new one. */
    record Erased(String model, long arrival) implements Entry {
        @Override
        public long watermark() {
            return NO_WATERMARK;
        }

        @Override
        public void handle(Handler handler) {
            handler.erased(this);
        }
    }

    /**
     * A request that will be answered in the same way when it is sent again.
     *
     * @param rejections what the sender was told beside the position
     */
    record Keyed(IdempotencyKey key, List<Rejection> rejections) {
        public Keyed {
            rejections = List.copyOf(rejections);
        }
    }

    /**
     * A reference set.
     *
     * @param id unique and in order of time for one model
     * @param version the only version it is for, or empty: all without one of their own
     * @param learned whether it was learned from the first rows
     * @param timed whether its rows have timestamps of their own, so that it shows how windows differ among themselves
     */
    record Reference(String id, Optional<String> version, boolean learned, boolean timed, Batch rows) {}
}
