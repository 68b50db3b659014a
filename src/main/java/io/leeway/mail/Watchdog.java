package io.leeway.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Sees every socket of one attempt and can cut them: the time-outs of the mail library do not end an attempt with a
 * server that sends one byte a second. Safe for several threads.
 */
final class Watchdog extends SocketFactory {
    private final List<Socket> sockets = new ArrayList<>();
    private boolean cut;

    /** Ends the attempt, and every one with this factory. */
    synchronized void cut() {
        cut = true;
        for (Socket socket : sockets) {
            close(socket);
        }
    }

    /** Whether it had to. */
    synchronized boolean hasCut() {
        return cut;
    }

    @Override
    public Socket createSocket() throws IOException {
        return watched(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return watched(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return watched(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return watched(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return watched(new Socket(host, port, local, localPort));
    }

    /**
     * Sees a socket that was made elsewhere, and returns it. It sends at once what it is given: the last line of a mail is
     * so short that TCP would otherwise hold it back until the lines before it are acknowledged, for 40 ms a mail.
     */
    synchronized Socket watched(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        if (cut) {
            close(socket);
        }
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cutting a connection", e);
        }
    }
}
