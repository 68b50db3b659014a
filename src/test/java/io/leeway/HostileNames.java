package io.leeway;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Names that mean something to whatever they pass through, alone and mixed. What comes out must be what went in. */
public final class HostileNames {
    /** Each is code, syntax or an address to something behind one of the exits. */
    private static final List<String> PIECES = List.of(
            "<script>pwned=1</script>",
            "<img src=x onerror=pwned=1>",
            "\"'><svg onload=pwned=1>",
            "</td></tr></table>",
            "&lt;b&gt;&amp;",
            "javascript:pwned=1",
            "\r\nBcc: all@example.com",
            "\r\n\r\nbody",
            "\n2001-01-01T00:00:00.000Z ERROR forged",
            "a\nb",
            "\u0000",
            "a\u0000b",
            "\u001b[31mred\u001b[2J",
            "\u0085next",
            "\u2028\u2029",
            "\u202eevil\u202c",
            "\u200bhidden\ufeff",
            "../../etc/passwd",
            "..\\..\\windows",
            "/",
            "%00",
            "%2e%2e%2f",
            "%",
            "%s%n%x",
            "a,b=c d",
            "a\\",
            "\\",
            "\\\\n",
            "\"",
            "'",
            "''",
            "'; DROP DATABASE leeway; --",
            "\" OR time > 0 --",
            "$p0",
            "=HYPERLINK(\"http://x\",\"y\")",
            "@SUM(1)",
            "+1",
            "-1",
            "{{template}}",
            "${jndi:ldap://x/y}",
            "#{1+1}",
            "`id`",
            "$(id)",
            "a\"} 1\nforged_metric{x=\"y",
            "# HELP x",
            "__proto__",
            "constructor",
            "null",
            "*",
            "all",
            "=?utf-8?q?x?=",
            "\ud83d\ude00",
            "Zo\u00eb",
            "\u0627\u0644\u0639",
            "e\u0301",
            "a b",
            " leading and trailing ",
            "\t",
            "\uffff",
            "x".repeat(200));

    private HostileNames() {}

    /** Every one of them, and as many mixtures. The seed tells the mixtures apart. */
    public static List<String> all(long seed) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>(PIECES);
        for (int i = 0; i < PIECES.size(); i++) {
            String mixture =
                    random.ints(3, 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
            names.add(mixture.substring(0, Math.min(mixture.length(), 8 + random.nextInt(40))));
        }
        return names.stream().map(HostileNames::wellFormed).distinct().toList();
    }

    /** A mixture may have been cut between the halves of a surrogate pair, which no UTF-8 can hold. */
    private static String wellFormed(String name) {
        boolean halved = Character.isHighSurrogate(name.charAt(name.length() - 1));
        return halved ? name.substring(0, name.length() - 1) : name;
    }
}
