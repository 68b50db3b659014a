package io.leeway.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies are in memory at once, over all event loops: from their arrival to their answer. */
final class InFlight {
    private final AtomicLong held = new AtomicLong();
    private final long most;

    InFlight(long most) {
        this.most = most;
    }

    /** Whether there was room; if so the bytes are to be given back by {@link #release}. */
    boolean reserve(long bytes) {
        boolean fits = held.addAndGet(bytes) <= most;
        if (!fits) {
            release(bytes);
        }
        return fits;
    }

    long held() {
        return held.get();
    }

    void release(long bytes) {
        held.addAndGet(-bytes);
    }
}
