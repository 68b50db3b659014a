package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.List;

/** The facts that rules have not seen, by what they are about and by time. One told again takes the place of the first. */
public final class OwedFacts {
    private static final byte[] FIRST = {};
    private static final byte[] LAST = {(byte) 0xFF};

    private final Store store;

    public OwedFacts(Store store) {
        this.store = store;
    }

    /** Puts a fact on the list. */
    static void owe(Fact fact, Changes changes) {
        Keys key = Keys.of(fact.point().measurement(), fact.size().text());
        fact.point().tags().values().forEach(key::text);
        changes.put(
                Tables.FACTS_TO_JUDGE,
                key.number(fact.point().time().toEpochMilli()).bytes(),
                fact.bytes());
    }

    /** The oldest of each kind first. */
    public Owed owed(int most) {
        Owed owed = new Owed();
        store.scan(Tables.FACTS_TO_JUDGE, FIRST, LAST, (key, fact) -> {
            owed.keys.add(key);
            owed.stored.add(fact);
            return owed.keys.size() < most;
        });
        return owed;
    }

    /** Facts rules are owed. */
    public static final class Owed {
        private final List<byte[]> keys = new ArrayList<>();
        private final List<byte[]> stored = new ArrayList<>();

        private Owed() {}

        public boolean isEmpty() {
            return keys.isEmpty();
        }

        public List<Fact> facts() {
            return stored.stream().map(Fact::read).toList();
        }

        /** Takes them off the list, but for those told anew meanwhile. */
        public void done(Changes changes) {
            for (int i = 0; i < keys.size(); i++) {
                changes.deleteIf(Tables.FACTS_TO_JUDGE, keys.get(i), stored.get(i));
            }
        }
    }
}
