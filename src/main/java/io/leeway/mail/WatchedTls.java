package io.leeway.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS over sockets that a watchdog sees. It is shown the socket below TLS: closing that ends a handshake or a read at once,
 * where closing the one above may wait for the other side.
 */
final class WatchedTls extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final Watchdog watchdog;

    WatchedTls(SSLSocketFactory tls, Watchdog watchdog) {
        this.tls = tls;
        this.watchdog = watchdog;
    }

    @Override
    public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
        return tls.createSocket(watchdog.watched(below), host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return watchdog.watched(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return watchdog.watched(tls.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return watchdog.watched(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return watchdog.watched(tls.createSocket(host, port, local, localPort));
    }
}
