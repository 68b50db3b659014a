package io.leeway.bench;

import java.time.Duration;

/** When posts are meant to be sent; times are those of {@link System#nanoTime}. */
interface Pace {
    /** When the next one is meant to be sent, in the past or in the future. */
    long next(long now);

    /** The next one is on its way. */
    void sent();

    /** As soon as a connection is free: what the service can take. */
    static Pace closed() {
        return new Pace() {
            @Override
            public long next(long now) {
                return now;
            }

            @Override
            public void sent() {}
        };
    }

    /** No more than so many posts. */
    static Pace limited(Pace pace, long posts) {
        return new Pace() {
            private long left = posts;

            @Override
            public long next(long now) {
                return left == 0 ? Long.MAX_VALUE : pace.next(now);
            }

            @Override
            public void sent() {
                left--;
                pace.sent();
            }
        };
    }

    /** So many a second, whether the service keeps up or not: latency counts from the moment it was meant to be sent. */
    static Pace open(double postsASecond, long start) {
        double between = Duration.ofSeconds(1).toNanos() / postsASecond;
        return new Pace() {
            private long sent;

            @Override
            public long next(long now) {
                return start + Math.round(sent * between);
            }

            @Override
            public void sent() {
                sent++;
            }
        };
    }
}
