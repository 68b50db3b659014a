package io.leeway.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Whom an address belongs to: of IPv6 the first 64 bits, since whoever has one address of such a network has them all
 * (RFC 6177).
 */
final class Network {
    private static final int GROUPS = 8;
    private static final int NETWORK_GROUPS = 4;

    private Network() {}

    /** A name for it; an IPv4 address is its own. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] halves = address.replaceFirst("%.*", "").split("::", 2);
        String[] before = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
        String[] after = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":");
        String[] groups = new String[Math.max(GROUPS, before.length + after.length)];
        Arrays.fill(groups, "0");
        System.arraycopy(before, 0, groups, 0, before.length);
        System.arraycopy(after, 0, groups, groups.length - after.length, after.length);
        return Arrays.stream(groups)
                .limit(NETWORK_GROUPS)
                .map(group -> group.replaceFirst("^0+(?=.)", ""))
                .collect(Collectors.joining(":"));
    }
}
