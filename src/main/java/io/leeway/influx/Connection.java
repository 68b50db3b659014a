package io.leeway.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import io.leeway.series.SeriesUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The requests we make of one server. Which generation it is, is asked when it is first needed, and again after the
 * server could not be reached or its database was gone. Safe for several threads.
 */
final class Connection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WRITE = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(30);

    private final InfluxSettings settings;
    private final HttpUrl url;
    private final OkHttpClient http;
    private final InfluxDBClient client;
    private volatile Optional<Generation> known = Optional.empty();

    Connection(InfluxSettings settings) {
        this.settings = settings;
        this.url = Objects.requireNonNull(HttpUrl.get(settings.url()), "checked by the settings");
        this.http = new OkHttpClient.Builder()
                .socketFactory(new NoDelaySockets())
                .connectTimeout(CONNECT)
                .writeTimeout(WRITE)
                .readTimeout(READ)
                .callTimeout(settings.patience())
                .addInterceptor(new Route(settings.access(), () -> known))
                .addNetworkInterceptor(chain -> ServerAnswer.keepRetryAfter(chain.proceed(chain.request())))
                .build();
        this.client = InfluxDBClientFactory.create(InfluxDBClientOptions.builder()
                        .url(settings.url().toString())
                        .org(settings.organisation())
                        .bucket(settings.database())
                        .okHttpClient(http.newBuilder())
                        .build())
                .enableGzip();
    }

    /** Which InfluxDB this is. The first time the database is created, if that is wanted and possible. */
    Generation generation() throws SeriesUnavailableException {
        Optional<Generation> now = known;
        return now.isPresent() ? now.get() : connect();
    }

    /** Writes lines, all or, where the answer says so, some of them. */
    void write(String lines) throws ServerAnswer, SeriesUnavailableException {
        boolean unused = reaching(() -> {
            try {
                client.getWriteApiBlocking().writeRecord(WritePrecision.NS, lines);
                return true;
            } catch (InfluxException failure) {
                throw failure.getCause() instanceof IOException cause ? cause : new IOException(failure);
            }
        });
    }

    /** The rows of a query; its parameters stand in it as {@code $name}. */
    List<Map<String, Object>> query(String query, Map<String, String> parameters)
            throws ServerAnswer, SeriesUnavailableException {
        HttpUrl target = url.newBuilder()
                .addPathSegment("query")
                .addQueryParameter("db", settings.database())
                .addQueryParameter("epoch", "ns")
                .addQueryParameter("chunked", "true")
                .build();
        FormBody form = new FormBody.Builder()
                .add("q", query)
                .add("params", Json.object(parameters))
                .build();
        Request request = new Request.Builder()
                .url(target)
                .header("Accept", "application/json")
                .post(form)
                .build();
        return reaching(() -> {
            try (Response response = http.newCall(request).execute();
                    InputStream body = body(response)) {
                return QueryAnswer.rows(body);
            }
        });
    }

    /** Whether the server answers at all. */
    boolean reachable() {
        try {
            String unused = reaching(this::ping);
            return true;
        } catch (ServerAnswer answer) {
            return answer.isRefusalOfV3();
        } catch (SeriesUnavailableException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private synchronized Generation connect() throws SeriesUnavailableException {
        Optional<Generation> now = known;
        if (now.isPresent()) {
            return now.get();
        }
        Generation generation =
                settings.generation().isPresent() ? settings.generation().get() : detect();
        new Provisioning(settings, client).provide(generation, this);
        known = Optional.of(generation);
        return generation;
    }

    private Generation detect() throws SeriesUnavailableException {
        try {
            String version = reaching(this::ping);
            return Generation.ofVersion(version)
                    .orElseThrow(() -> SeriesUnavailableException.untilChanged("what answers at " + settings.url()
                            + " does not say which InfluxDB it is: check the url, or set the version"));
        } catch (ServerAnswer answer) {
            if (answer.isRefusalOfV3()) {
                return Generation.V3;
            }
            throw answer.unavailable();
        }
    }

    private String ping() throws IOException {
        HttpUrl target = url.newBuilder().addPathSegment("ping").build();
        try (Response response =
                http.newCall(new Request.Builder().url(target).build()).execute()) {
            return Objects.requireNonNullElse(response.header("X-Influxdb-Version"), "");
        }
    }

    private static InputStream body(Response response) {
        return Objects.requireNonNull(response.body(), "an executed call has a body")
                .byteStream();
    }

    private <T> T reaching(Exchange<T> exchange) throws ServerAnswer, SeriesUnavailableException {
        try {
            return exchange.make();
        } catch (ServerAnswer answer) {
            if (answer.isMissingTarget()) {
                known = Optional.empty();
            }
            throw answer;
        } catch (IOException failure) {
            known = Optional.empty();
            throw SeriesUnavailableException.forNow(
                    "InfluxDB at " + settings.url() + " cannot be reached: " + failure.getMessage(), Optional.empty());
        }
    }

    @FunctionalInterface
    private interface Exchange<T> {
        T make() throws IOException;
    }
}
