package io.leeway.http;

import io.leeway.ingest.IntakeMeter;
import io.leeway.ingest.Limit;
import io.leeway.ingest.Rejection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

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

    @Override
    public void holding(LongSupplier bytes) {}

    @Override
    public void ignored(long fields) {
        add("ignored", fields);
    }

    @Override
    public void beyond(Limit limit, long times) {
        add("beyond " + limit.text(), times);
    }

    private void add(String name, long more) {
        if (more > 0) {
            long unused = all.merge(name, more, Long::sum);
        }
    }
}
