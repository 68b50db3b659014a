package io.leeway.wire;

import java.util.List;

/** A value as it stands in a row, before anything is made of it. */
sealed interface Said {
    /** A text, or a boolean as {@code true} or {@code false}. */
    record Text(String text) implements Said {}

    /** A number as it was written, NaN and the infinities included. */
    record Digits(String written) implements Said {
        double value() {
            String plain = written.replace("+INF", "Infinity").replace("-INF", "-Infinity");
            return Double.parseDouble(plain);
        }
    }

    record Nothing() implements Said {}

    /** An object: its members in order, of which several may have one name. */
    record Members(List<Member> all) implements Said {}

    record Elements(List<Said> all) implements Said {}

    record Member(String name, Said value) {}
}
