package io.leeway.influx;

/** How we say who we are. */
public sealed interface Access {
    /** Nobody asks. */
    record Open() implements Access {}

    /** An API token of 2.x or 3 Core. */
    record Token(Secret token) implements Access {}

    /** A user of 1.x; on 2.x and 3 Core the password is a token. */
    record Password(String user, Secret password) implements Access {}
}
