package io.leeway.http;

import io.leeway.ingest.IntakeMeter;
import io.leeway.ingest.Rejection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what it is told, by name. */
final class CountedRows implements IntakeMeter {
    final Map<String, Long> all = new ConcurrentHashMap<>();

    @Override
    public void received(long rows) {
        add("received", rows);
    }

    @Override
    public void accepted(long rows) {
        add("accepted", rows);
    }

    @Override
    public void rejected(Rejection.Reason reason, long rows) {
        add(reason.code(), rows);
    }

    @Override
    public void busy() {
        add("busy", 1);
    }

    private void add(String name, long more) {
        long unused = all.merge(name, more, Long::sum);
    }
}
