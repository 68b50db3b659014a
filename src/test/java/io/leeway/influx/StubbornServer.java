package io.leeway.influx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that takes every connection and never comes to the end of an answer. */
public final class StubbornServer implements AutoCloseable {
    /** What it answers before it falls silent, a byte at a time. */
    private static final byte[] ANSWER =
            ("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(10_000)).getBytes(US_ASCII);

    private static final long PAUSE_MILLIS = 20;

    private final ServerSocket socket;
    private final boolean drips;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> taken = new CopyOnWriteArrayList<>();

    private StubbornServer(boolean drips) throws IOException {
        this.drips = drips;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        begin(this::listen);
    }

    /** Says nothing at all. */
    public static StubbornServer silent() throws IOException {
        return new StubbornServer(false);
    }

    /** Answers so slowly that every single byte comes in time. */
    public static StubbornServer dripping() throws IOException {
        return new StubbornServer(true);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** How many connections it has taken. */
    public int connections() {
        return taken.size();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket connection : taken) {
            connection.close();
        }
    }

    private void listen() {
        try {
            while (closed.getCount() > 0) {
                Socket connection = socket.accept();
                taken.add(connection);
                if (drips) {
                    begin(() -> drip(connection));
                }
            }
        } catch (IOException over) {
            closed.countDown();
        }
    }

    private void drip(Socket connection) {
        try {
            for (byte octet : ANSWER) {
                connection.getOutputStream().write(octet);
                connection.getOutputStream().flush();
                if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (IOException givenUp) {
            taken.remove(connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "stubborn server");
        thread.setDaemon(true);
        thread.start();
    }
}
