package io.leeway.app.verticle;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of rows are in hand, between the transport that decoded them and the slowest lane. Thread-safe. */
public final class Admission {
    private final long most;
    private final AtomicLong inHand = new AtomicLong();

    /** At most so many bytes, but always one request. */
    public Admission(long most) {
        this.most = most;
    }

    /** Whether a request of so many bytes may come in; if so it counts until it is released. */
    public boolean admit(long bytes) {
        long before = inHand.getAndAdd(bytes);
        if (before > 0 && before + bytes > most) {
            inHand.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    public void release(long bytes) {
        inHand.addAndGet(-bytes);
    }

    public long inHand() {
        return inHand.get();
    }
}
