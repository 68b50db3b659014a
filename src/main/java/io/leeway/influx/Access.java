package io.leeway.influx;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Credentials;

/** How we say who we are. */
public sealed interface Access {
    /** The value of the header {@code Authorization}. */
    Optional<String> header();

    /** Nobody asks. */
    record Open() implements Access {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /** An API token of 2.x or 3 Core. */
    record Token(Secret token) implements Access {
        @Override
        public Optional<String> header() {
            return Optional.of("Token " + token.reveal());
        }
    }

    /** A user of 1.x; on 2.x and 3 Core the password is a token. */
    record Password(String user, Secret password) implements Access {
        @Override
        public Optional<String> header() {
            return Optional.of(Credentials.basic(user, password.reveal(), StandardCharsets.UTF_8));
        }
    }
}
