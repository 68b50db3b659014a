package io.leeway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** Posts over some connections from one thread. A post that is refused for now is sent again when the service says so. */
final class Sender {
    private static final int OK = 200;

    /** What {@link Selector#select(java.util.function.Consumer, long)} is told to wait without end. */
    private static final long UNTIL_ANSWERED = 0;

    private final InetSocketAddress service;
    private final Traffic traffic;
    private final int connections;
    private final List<Post> posts;
    private final Stamp stamp;
    private final Numbering numbering = new Numbering();
    private final Selector selector = Selector.open();
    private final Deque<Connection> free = new ArrayDeque<>();
    private final PriorityQueue<Refused> refused = new PriorityQueue<>(Comparator.comparingLong(Refused::again));
    private int underWay;
    private Count count = new Count();

    Sender(InetSocketAddress service, Traffic traffic, int connections) throws IOException {
        this.service = service;
        this.traffic = traffic;
        this.connections = connections;
        this.posts = traffic.posts();
        this.stamp = new Stamp(traffic);
    }

    private record Refused(Connection connection, long again) {}

    /** What is counted in a phase. */
    private static final class Count {
        private final Latencies latencies = new Latencies();
        private long posts;
        private long rows;
        private long busy;
        private long position;

        Phase phase(double seconds, long different) {
            double[] millis = latencies.millis(0.5, 0.99, 1);
            return new Phase(seconds, posts, rows, different, busy, position, millis[0], millis[1], millis[2]);
        }
    }

    /** Posts for a while, over connections of its own, and waits for the last answer. */
    Phase run(Pace pace, Duration length) throws IOException {
        count = new Count();
        connect();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        while (pace.next(System.nanoTime()) < end || underWay > 0) {
            sendDue(pace, end);
            selector.select(this::ready, wait(pace, end));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        disconnect();
        return count.phase(seconds, numbering.fresh());
    }

    private void connect() throws IOException {
        int longest = posts.stream().mapToInt(Post::length).max().orElseThrow();
        for (int i = 0; i < connections; i++) {
            free.add(new Connection(service, selector, longest));
        }
    }

    private void disconnect() throws IOException {
        for (Connection connection : free) {
            connection.close();
        }
        free.clear();
    }

    private void sendDue(Pace pace, long end) throws IOException {
        long now = System.nanoTime();
        while (!refused.isEmpty() && refused.element().again() <= now) {
            refused.remove().connection().resend();
        }
        for (long due = pace.next(now); due <= now && due < end && !free.isEmpty(); due = pace.next(now)) {
            post(free.remove(), due);
            pace.sent();
        }
    }

    private void post(Connection connection, long due) throws IOException {
        long number = numbering.next();
        Post post = posts.get((int) (number % posts.size()));
        byte[] head = traffic.head(post, number);
        ByteBuffer out = connection.clear().put(head);
        post.copyTo(out);
        stamp.put(post, number, (at, value) -> out.put(head.length + at, value));
        connection.send(due);
        underWay++;
    }

    /** Milliseconds until there is something to send, rounded up: a post leaves up to one too late, which counts as latency. */
    private long wait(Pace pace, long end) {
        long now = System.nanoTime();
        long due = refused.isEmpty() ? Long.MAX_VALUE : refused.element().again();
        if (!free.isEmpty() && pace.next(now) < end) {
            due = Math.min(due, pace.next(now));
        }
        return due == Long.MAX_VALUE ? UNTIL_ANSWERED : Math.max(1, (due - now + 999_999) / 1_000_000);
    }

    private void ready(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            connection.ready().ifPresent(answer -> answered(connection, answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answered(Connection connection, Reply.Answer answer) {
        long now = System.nanoTime();
        if (answer.status() == OK) {
            underWay--;
            free.add(connection);
            count.latencies.add(now - connection.intended());
            count.posts++;
            count.rows += answer.accepted();
            count.position = Math.max(count.position, answer.position());
        } else if (answer.retryAfter() > 0) {
            count.busy++;
            refused.add(new Refused(
                    connection, now + Duration.ofSeconds(answer.retryAfter()).toNanos()));
        } else {
            throw new IllegalStateException("the service answered " + answer);
        }
    }
}
