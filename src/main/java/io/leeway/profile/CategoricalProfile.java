package io.leeway.profile;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.CategoryCounts;
import java.util.Set;

/** A categorical column in a window. Not safe for several threads. */
public final class CategoricalProfile implements ColumnProfile {
    private final CategoryCounts categories;
    private long wrongType;

    CategoricalProfile() {
        this(new CategoryCounts());
    }

    private CategoricalProfile(CategoryCounts categories) {
        this.categories = categories;
    }

    void add(String category, long count, Set<String> keep) {
        categories.add(category, count, keep);
    }

    void addWrongType(long count) {
        wrongType += count;
    }

    void merge(CategoricalProfile other) {
        categories.merge(other.categories);
        wrongType += other.wrongType;
    }

    @Override
    public long valid() {
        return categories.total();
    }

    @Override
    public long wrongType() {
        return wrongType;
    }

    /** Not to be changed. */
    public CategoryCounts categories() {
        return categories;
    }

    void write(ByteWriter out) {
        categories.write(out);
        out.count(wrongType);
    }

    static CategoricalProfile read(ByteReader in) {
        CategoricalProfile read = new CategoricalProfile(CategoryCounts.read(in));
        read.wrongType = in.count();
        return read;
    }
}
