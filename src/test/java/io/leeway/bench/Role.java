package io.leeway.bench;

/** What a thread of the service is there for, told from the fifteen characters of its name that the system keeps. */
enum Role {
    EVENT_LOOPS("event loops (HTTP, decode)", "vert.x-eventloo"),
    JOURNAL("journal", "leeway-journal"),
    LANES("lanes", "leeway-lane"),
    REPORTER("reporter", "leeway-report"),
    SERIES("series", "leeway-series"),
    ALERT("alert and mail", "leeway-alert|leeway-mail"),
    WORKERS("other workers", "vert.x-"),
    FLUSH("RocksDB flush", "rocksdb:high"),
    COMPACTION("RocksDB compaction", "rocksdb:low|rocksdb:bottom"),
    JIT("JIT", "C1 |C2 |Sweeper"),
    GC("GC", "GC |G1 |VM Thread"),
    OTHER("other", "");

    private final String text;
    private final String beginnings;

    /**
     * A role.
     *
     * @param beginnings a pattern of how names begin
     */
    Role(String text, String beginnings) {
        this.text = text;
        this.beginnings = beginnings;
    }

    String text() {
        return text;
    }

    /** The first role that claims a thread. */
    static Role of(String thread) {
        for (Role role : values()) {
            if (thread.matches("(?:" + role.beginnings + ").*")) {
                return role;
            }
        }
        return OTHER;
    }
}
