package io.leeway.influx;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Which InfluxDB, and how.
 *
 * @param url for example {@code http://127.0.0.1:8086}; a path in it is kept, for servers behind a proxy
 * @param database the database (1.x, 3 Core) or bucket (2.x); without '/', so that InfluxQL finds a bucket by its name
 * @param organisation of 2.x; the others ignore it
 * @param generation asked of the server where it is absent
 * @param create whether the database or bucket is created where it is missing and we are allowed to
 * @param patience how long one call may take from its first byte to its last, however busy the server seems
 */
public record InfluxSettings(
        URI url,
        String database,
        String organisation,
        Access access,
        Optional<Generation> generation,
        boolean create,
        Duration patience) {
    /** Less than the minute after which Vert.x calls a worker blocked. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    public InfluxSettings {
        if (url.getHost() == null
                || !(url.toString().startsWith("http://") || url.toString().startsWith("https://"))) {
            throw new IllegalArgumentException(
                    "the url of InfluxDB begins with http:// or https:// and a host, not " + url);
        }
        if (database.isEmpty() || database.contains("/")) {
            throw new IllegalArgumentException("the name of the database or bucket is not empty and has no '/'");
        }
        if (organisation.isEmpty()) {
            throw new IllegalArgumentException("the organisation is not empty; without one it is '-'");
        }
    }

    /** A server that asks for no credentials; the database is created where it is missing. */
    public static InfluxSettings of(URI url, String database) {
        return new InfluxSettings(url, database, "-", new Access.Open(), Optional.empty(), true, PATIENCE);
    }

    public InfluxSettings withOrganisation(String name) {
        return new InfluxSettings(url, database, name, access, generation, create, patience);
    }

    public InfluxSettings withAccess(Access by) {
        return new InfluxSettings(url, database, organisation, by, generation, create, patience);
    }

    public InfluxSettings withGeneration(Generation known) {
        return new InfluxSettings(url, database, organisation, access, Optional.of(known), create, patience);
    }

    public InfluxSettings withoutCreation() {
        return new InfluxSettings(url, database, organisation, access, generation, false, patience);
    }

    public InfluxSettings withPatience(Duration wholeCall) {
        return new InfluxSettings(url, database, organisation, access, generation, create, wholeCall);
    }
}
