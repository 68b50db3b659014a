package io.leeway.app;

import io.leeway.event.Batch;
import io.leeway.ingest.EntryForm;
import io.leeway.ingest.JournalException;
import io.leeway.ingest.Sequencer;
import io.leeway.ingest.SequencerStore;
import io.leeway.wire.Decoder;
import io.leeway.wire.Decoders;
import io.leeway.wire.Limits;
import io.leeway.wire.Media;
import io.leeway.wire.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows that stand in the journal and that no lane has seen, as a crash leaves them. */
public final class Backlog {
    private Backlog() {}

    /** Appends posts of NDJSON to the journal of a stopped service, in the way in which they would have been taken in. */
    public static void fill(Path data, String model, Stream<byte[]> posts) throws IOException, JournalException {
        try (Stores stores = Stores.open(data)) {
            Sequencer sequencer = new SequencerStore(stores.store()).recover(stores.journal(), stores.pseudonyms());
            for (Iterator<byte[]> next = posts.iterator(); next.hasNext(); ) {
                var unused = sequencer.predictions(decoded(model, next.next()), 0, Optional.empty(), Instant.now());
                stores.journal()
                        .append(sequencer.takeStaged().stream()
                                .map(EntryForm::bytes)
                                .toList());
            }
        }
    }

    private static Batch decoded(String model, byte[] post) {
        Decoder<Batch> decoder = Decoders.predictions(
                Media.of("application/x-ndjson").orElseThrow(),
                new Source(model, Instant.now(), Limits.withDefaults()));
        decoder.feed(post);
        return decoder.finish().rows();
    }
}
