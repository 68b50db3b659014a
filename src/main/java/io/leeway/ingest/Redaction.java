package io.leeway.ingest;

import io.leeway.bytes.ByteReader;
import io.leeway.catalog.Keep;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.event.Replacement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes out of what arrives what the model's settings do not let anybody keep. It stands before the journal, so no disk
 * ever sees the rest. Answers, scores and labels stay: they are what is watched.
 */
final class Redaction {
    /** The one category of a feature of which only is kept whether it had a value. */
    static final String PRESENT = "present";

    /** 48 bits: two of 10,000 categories are mistaken for each other once in five million features. */
    private static final int CATEGORY_BYTES = 6;
    /** 128 bits: ids are counted in thousands of millions. */
    private static final int ID_BYTES = 16;

    private final Function<String, Keep> keep;
    private final Keep ids;
    private final boolean anything;
    private final Pseudonyms pseudonyms;

    private Redaction(Function<String, Keep> keep, Keep ids, boolean anything, Pseudonyms pseudonyms) {
        this.keep = keep;
        this.ids = ids;
        this.anything = anything;
        this.pseudonyms = pseudonyms;
    }

    /** Of what arrives. */
    static Redaction of(ModelSettings settings, Pseudonyms pseudonyms) {
        boolean anything = settings.privacy().keep() != Keep.VALUE
                || settings.features().keySet().stream().anyMatch(name -> settings.keep(name) != Keep.VALUE);
        return new Redaction(settings::keep, settings.privacy().ids(), anything, pseudonyms);
    }

    /** Of what stands there by other settings: what they had hashed already is not hashed again. */
    static Redaction between(ModelSettings old, ModelSettings settings, Pseudonyms pseudonyms) {
        return new Redaction(
                name -> settings.keep(name) == old.keep(name) ? Keep.VALUE : settings.keep(name),
                Keep.VALUE,
                true,
                pseudonyms);
    }

    Batch apply(Batch rows) {
        Batch safe = anything ? Replacement.values(rows, this::values) : rows;
        return ids == Keep.HASH ? Replacement.ids(safe, this::id) : safe;
    }

    Labels apply(Labels labels) {
        return ids == Keep.HASH ? Replacement.ids(labels, this::id) : labels;
    }

    /** How a prediction's id is remembered. */
    String id(String id) {
        return ids == Keep.HASH ? hash("id", id) : id;
    }

    /** How a request's idempotency key is remembered: nobody asks for it again but by sending it. */
    IdempotencyKey key(IdempotencyKey key) {
        byte[] fingerprint = pseudonyms.of("fingerprint", Long.toHexString(key.fingerprint()));
        return new IdempotencyKey(hash("idempotency key", key.name()), new ByteReader(fingerprint).fixed());
    }

    private Optional<Function<String, Optional<String>>> values(String feature) {
        return switch (keep.apply(feature)) {
            case VALUE -> Optional.empty();
            case HASH -> Optional.of(value -> Optional.of(category(feature, value)));
            case NONE -> Optional.of(value -> value.isEmpty() ? Optional.empty() : Optional.of(PRESENT));
        };
    }

    private String category(String feature, String value) {
        byte[] hash = pseudonyms.of("feature " + feature, value);
        return "#" + HexFormat.of().formatHex(hash, 0, CATEGORY_BYTES);
    }

    private String hash(String kind, String value) {
        byte[] hash = Arrays.copyOf(pseudonyms.of(kind, value), ID_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
