package io.leeway.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.OrganizationsQuery;
import com.influxdb.exceptions.InfluxException;
import io.leeway.series.SeriesUnavailableException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the database or bucket where it is missing. That needs more rights than writing does, so a failure is only
 * told: whether points can be written shows when they are.
 */
final class Provisioning {
    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

    private final InfluxSettings settings;
    private final InfluxDBClient client;

    Provisioning(InfluxSettings settings, InfluxDBClient client) {
        this.settings = settings;
        this.client = client;
    }

    void provide(Generation generation, Connection connection) {
        if (!settings.create()) {
            return;
        }
        switch (generation) {
            case V1 -> createDatabase(connection);
            case V2 -> createBucket();
            case V3 -> LOG.debug("the first write creates the database");
        }
    }

    /** Creating a database that is there is fine, for an administrator. */
    private void createDatabase(Connection connection) {
        try {
            var unused = connection.query("CREATE DATABASE " + Query.name(settings.database()), Map.of());
        } catch (ServerAnswer | SeriesUnavailableException failure) {
            told(failure);
        }
    }

    /** Only a token opens this interface of 2.x. */
    private void createBucket() {
        if (!(settings.access() instanceof Access.Token)) {
            return;
        }
        try {
            if (client.getBucketsApi().findBucketByName(settings.database()) == null) {
                OrganizationsQuery query = new OrganizationsQuery();
                query.setOrg(settings.organisation());
                for (var organisation : client.getOrganizationsApi().findOrganizations(query)) {
                    var unused = client.getBucketsApi().createBucket(settings.database(), organisation);
                }
            }
        } catch (InfluxException failure) {
            told(failure);
        }
    }

    private void told(Exception failure) {
        LOG.info(
                "the database or bucket {} was not created, it may be there: {}",
                settings.database(),
                failure.getMessage());
    }
}
