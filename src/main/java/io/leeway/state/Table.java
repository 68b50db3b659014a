package io.leeway.state;

/**
 * A named table of bytes to bytes, its keys in unsigned lexicographic order. Every table is declared once, as a constant
 * of the package that owns it, and listed where the store is opened.
 *
 * @param name lower case letters, digits and '-'
 */
public record Table(String name) {
    public Table {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a table is named by lower case letters, digits and '-', not " + name);
        }
    }
}
