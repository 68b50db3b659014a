package io.leeway.influx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password or token. It never prints. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret is empty");
        }
        return new Secret(value);
    }

    /**
     * The content of a file without the white space around it.
     *
     * @throws IOException with a sentence, when the file cannot be read or holds nothing
     */
    public static Secret in(Path file) throws IOException {
        String value = Files.readString(file).strip();
        if (value.isEmpty()) {
            throw new IOException("the secret file " + file + " is empty");
        }
        return new Secret(value);
    }

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
