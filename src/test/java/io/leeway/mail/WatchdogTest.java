package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    @Test
    void noSocketHoldsBackTheLastLineOfAMail() throws Exception {
        Watchdog watchdog = new Watchdog();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket unconnected = watchdog.createSocket();
                Socket connected = watchdog.createSocket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(unconnected.getTcpNoDelay()).isTrue();
            assertThat(connected.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void aSocketThatComesBehindTheCutIsCutToo() throws Exception {
        Watchdog watchdog = new Watchdog();
        try (Socket before = watchdog.createSocket()) {
            watchdog.cut();
            try (Socket behind = watchdog.createSocket()) {
                assertThat(before.isClosed()).isTrue();
                assertThat(behind.isClosed()).isTrue();
            }
        }
    }
}
