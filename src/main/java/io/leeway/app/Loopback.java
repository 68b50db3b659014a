package io.leeway.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Whether an address can only be reached from this machine. */
final class Loopback {
    private Loopback() {}

    /** Whether others may reach what listens there; a name that is not known might be anything. */
    static boolean isBeyond(String host) {
        try {
            return !Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
