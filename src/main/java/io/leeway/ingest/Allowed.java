package io.leeway.ingest;

import java.util.EnumMap;
import java.util.Map;

/** What each {@link Limit} is set to. Immutable. */
public final class Allowed {
    private static final Allowed USUAL = new Allowed(new EnumMap<>(Limit.class));

    private final Map<Limit, Long> set;

    private Allowed(Map<Limit, Long> set) {
        this.set = set;
    }

    public static Allowed withDefaults() {
        return USUAL;
    }

    public long most(Limit limit) {
        return set.getOrDefault(limit, limit.usual());
    }

    /** The same with one of them set. */
    public Allowed with(Limit limit, long most) {
        Map<Limit, Long> more = new EnumMap<>(Limit.class);
        more.putAll(set);
        more.put(limit, most);
        return new Allowed(more);
    }
}
