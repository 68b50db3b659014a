package io.leeway.ingest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.catalog.Inference;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.event.Replacement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts what arrives in the order of the journal: decides, from what it knows of each model, which entries a request
 * becomes. It is the journal's one writer, so an answer given means that every later request meets what was changed.
 *
 * <p>Its knowledge is a function of the entries, see {@link Ledger}. Staged entries are the caller's to append; when that
 * fails this sequencer is wrong and a new one must be recovered. One thread.
 */
public final class Sequencer {
    private final Ledger ledger;
    private final ReferenceSets references;
    private final IdempotencyKeys keys;
    private final Pseudonyms pseudonyms;
    private Allowed allowed = Allowed.withDefaults();
    private Erasures erasures = Erasures.AT_ONCE;

    /**
     * A sequencer that knows what stands in the ledger.
     *
     * @param references finds a reference set that has been journalled, by its id
     */
    Sequencer(
            Ledger ledger, Function<String, Entry.Reference> references, IdempotencyKeys keys, Pseudonyms pseudonyms) {
        this.ledger = ledger;
        this.references = new ReferenceSets(references);
        this.keys = keys;
        this.pseudonyms = pseudonyms;
    }

    /** Returns itself, taking no more from now on than is allowed. What stands in the journal stands. */
    @CanIgnoreReturnValue
    public Sequencer within(Allowed limits) {
        allowed = limits;
        return this;
    }

    /** Returns itself, taking nothing of a model from now on that is still being erased. */
    @CanIgnoreReturnValue
    public Sequencer after(Erasures done) {
        erasures = done;
        return this;
    }

    public Intake.Taken predictions(Batch raw, long rejected, Optional<IdempotencyKey> rawKey, Instant now) {
        ModelState state = admitted(raw.model());
        Redaction redaction = redaction(state);
        Batch batch = redaction.apply(raw);
        Optional<IdempotencyKey> key = rawKey.map(redaction::key);
        Optional<Intake.Taken> before = key.flatMap(it -> keys.answer(IdempotencyKeys.PREDICTIONS, state, it, now));
        if (before.isPresent()) {
            return before.get();
        }
        stageLearned(state, now);
        Screened<Batch> screened = new Screen(allowed, now).predictions(batch, state);
        Batch kept = screened.kept();
        learnOf(state, kept, now);
        long watermark = state.watermarkAfter(kept.timestamps(), now.toEpochMilli());
        Optional<Entry.Keyed> keyed = key.map(it -> new Entry.Keyed(it, screened.rejections()));
        ledger.stage(new Entry.Predictions(
                kept, rejected + screened.rejections().size(), now.toEpochMilli(), watermark, keyed));
        stageLearned(state, now);
        return new Intake.Taken(ledger.position(), screened.rejections());
    }

    public Intake.Taken labels(Labels raw, long rejected, Optional<IdempotencyKey> rawKey, Instant now) {
        ModelState state = admitted(raw.model());
        Redaction redaction = redaction(state);
        Labels labels = redaction.apply(raw);
        Optional<IdempotencyKey> key = rawKey.map(redaction::key);
        Optional<Intake.Taken> before = key.flatMap(it -> keys.answer(IdempotencyKeys.LABELS, state, it, now));
        if (before.isPresent()) {
            return before.get();
        }
        Screened<Labels> screened = new Screen(allowed, now).labels(labels);
        Optional<Entry.Keyed> keyed = key.map(it -> new Entry.Keyed(it, screened.rejections()));
        ledger.stage(new Entry.Truth(
                screened.kept(),
                rejected + screened.rejections().size(),
                now.toEpochMilli(),
                state.watermark(),
                keyed));
        return new Intake.Taken(ledger.position(), screened.rejections());
    }

    /**
     * Replaces settings. What was inferred from rows stays known; reference sets are read again with the new settings.
     *
     * @throws IntakeException when task, zone, windows or the positive class, once known, would change although rows
     *     exist: what has been counted by the old one cannot be counted again
     */
    public Intake.Changed settings(String name, ModelSettings settings, Instant now) {
        ModelState state = admitted(name);
        Model old = state.model();
        Model changed = new Model(
                name,
                settings,
                settings.task().or(() -> state.hasRows() ? old.task() : Optional.empty()),
                settings.positive().or(() -> state.hasRows() ? old.positive() : Optional.empty()),
                state.hasRows() ? old.kinds() : Map.of());
        new SettingsChange(state, changed).refuseIfForbidden();
        Redaction stricter = Redaction.between(old.settings(), settings, pseudonyms);
        ledger.stage(new Entry.ModelChanged(changed, now.toEpochMilli(), state.watermark()));
        for (Entry.Reference reference : references.of(state, ledger.staged())) {
            Batch rows = stricter.apply(reference.rows());
            stageReference(reference.version(), reference.timed(), reference.learned(), rows, now);
        }
        return new Intake.Changed(ledger.position(), state.model());
    }

    public Intake.Taken baseline(Optional<String> version, boolean timed, Batch all, Instant now) {
        Screened<Batch> screened = new Screen(allowed, now).reference(all);
        Batch rows = screened.kept();
        if (rows.size() == 0) {
            throw new IntakeException(
                    IntakeException.Kind.INVALID,
                    "The baseline has no usable row; send the rows the model was tested on, with features, score or"
                            + " prediction, and label.",
                    Duration.ZERO);
        }
        room().checkBaseline(version, rows);
        ModelState state = admitted(rows.model());
        stageReference(version, timed, false, Replacement.ids(redaction(state).apply(rows), id -> ""), now);
        if (version.isEmpty()) {
            stageVersionsAgain(state, now);
        }
        return new Intake.Taken(ledger.position(), screened.rejections());
    }

    /** Forgets one prediction. */
    public Intake.Taken forget(String name, String id, Instant now) {
        ModelState state = known(name);
        ledger.stage(new Entry.Forgotten(name, redaction(state).id(id), now.toEpochMilli(), state.watermark()));
        return new Intake.Taken(ledger.position(), List.of());
    }

    /** Erases a model. */
    public Intake.Taken erase(String name, Instant now) {
        ModelState unused = known(name);
        ledger.stage(new Entry.Erased(name, now.toEpochMilli()));
        return new Intake.Taken(ledger.position(), List.of());
    }

    /** Lets the event time of models to which nothing arrives go on. */
    public void tick(Instant now) {
        ledger.models().forEach((name, state) -> {
            stageLearned(state, now);
            state.idleWatermark(now.toEpochMilli())
                    .or(() -> state.mustForget(now.toEpochMilli()) ? Optional.of(state.watermark()) : Optional.empty())
                    .ifPresent(watermark -> ledger.stage(new Entry.Tick(name, now.toEpochMilli(), watermark)));
        });
    }

    /** The entries decided since the last call, for the journal. */
    public List<Entry> takeStaged() {
        return ledger.takeStaged();
    }

    /** The position behind all entries decided or replayed. */
    public long position() {
        return ledger.position();
    }

    /** How many rows of predictions and labels have been accepted since ever, by model. */
    public Map<String, Long> accepted() {
        Map<String, Long> accepted = new TreeMap<>();
        ledger.models().forEach((name, state) -> accepted.put(name, state.accepted()));
        return accepted;
    }

    /** How many rows of predictions and labels of a model have been accepted since ever. */
    public long accepted(String model) {
        return Optional.ofNullable(ledger.models().get(model))
                .map(ModelState::accepted)
                .orElse(0L);
    }

    /** What it knows. */
    Ledger ledger() {
        return ledger;
    }

    /** The rows that are enough become the baseline: in the write that brought them or, after a crash, in the next. */
    private void stageLearned(ModelState state, Instant now) {
        if (state.learner().ready()) {
            Entry.Reference learned = new Entry.Reference(
                    referenceId(), Optional.empty(), true, true, state.learner().rows());
            ledger.stage(new Entry.BaselineSet(learned, now.toEpochMilli(), state.watermark()));
            stageVersionsAgain(state, now);
        }
    }

    /** The model's reference set names the segments, by which those of single versions are to be cut as well. */
    private void stageVersionsAgain(ModelState state, Instant now) {
        references.of(state, ledger.staged()).stream()
                .filter(it -> it.version().isPresent() && state.hasSegments())
                .forEach(it -> stageReference(it.version(), it.timed(), it.learned(), it.rows(), now));
    }

    private void stageReference(Optional<String> version, boolean timed, boolean learned, Batch rows, Instant now) {
        ModelState state = ledger.state(rows.model());
        learnOf(state, rows, now);
        Entry.Reference reference = new Entry.Reference(referenceId(), version, learned, timed, rows);
        ledger.stage(new Entry.BaselineSet(reference, now.toEpochMilli(), state.watermark()));
    }

    private void learnOf(ModelState state, Batch batch, Instant now) {
        Model completed = batch.size() == 0 ? state.model() : Inference.of(state.model(), batch);
        if (!completed.equals(state.model())) {
            ledger.stage(new Entry.ModelChanged(completed, now.toEpochMilli(), state.watermark()));
        }
    }

    /** The model of that name, which is created if it is new and there is room for it. */
    private ModelState admitted(String model) {
        if (isErasing(model)) {
            throw new IntakeException(
                    IntakeException.Kind.UNAVAILABLE,
                    "The model " + model + " is being erased; try again in a moment.",
                    Duration.ofSeconds(1));
        }
        room().checkModel(model);
        return ledger.state(model);
    }

    private ModelState known(String model) {
        return Optional.ofNullable(ledger.models().get(model))
                .orElseThrow(() -> new IntakeException(
                        IntakeException.Kind.UNKNOWN_MODEL, "There is no model " + model + ".", Duration.ZERO));
    }

    private boolean isErasing(String model) {
        return Optional.ofNullable(ledger.erasing().get(model))
                .filter(position -> !erasures.done(model, position))
                .isPresent();
    }

    /** Those that were to be erased and of which nothing is left. */
    List<String> erased() {
        return ledger.erasing().keySet().stream()
                .filter(model -> !isErasing(model))
                .toList();
    }

    private Room room() {
        return new Room(ledger.models(), allowed);
    }

    private Redaction redaction(ModelState state) {
        return Redaction.of(state.model().settings(), pseudonyms);
    }

    private String referenceId() {
        return String.format(Locale.ROOT, "b%010d", ledger.position());
    }
}
