package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;

/** How many rows of a lane were counted, were duplicates, or had been rejected before. Accepted = counted + duplicates. */
final class Counters {
    private long counted;
    private long duplicates;
    private long rejected;

    long counted() {
        return counted;
    }

    long duplicates() {
        return duplicates;
    }

    long rejected() {
        return rejected;
    }

    void addCounted() {
        counted++;
    }

    void addDuplicate() {
        addDuplicates(1);
    }

    void addDuplicates(long more) {
        duplicates += more;
    }

    void addRejected(long more) {
        rejected += more;
    }

    void merge(Counters other) {
        counted += other.counted;
        duplicates += other.duplicates;
        rejected += other.rejected;
    }

    Reports.Totals totals() {
        long accepted = counted + duplicates;
        return new Reports.Totals(accepted + rejected, accepted, rejected, duplicates, counted);
    }

    void write(ByteWriter out) {
        out.count(counted).count(duplicates).count(rejected);
    }

    static Counters read(ByteReader in) {
        Counters counters = new Counters();
        counters.counted = in.count();
        counters.duplicates = in.count();
        counters.rejected = in.count();
        return counters;
    }
}
