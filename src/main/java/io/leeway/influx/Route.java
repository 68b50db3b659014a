package io.leeway.influx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Leads every request to where its server wants it, with our credentials, and turns every answer that is no success
 * into a {@link ServerAnswer}.
 *
 * <p>The client writes to {@code /api/v2/write}, which 1.x before 1.8 does not have and where 2.x takes no password:
 * there the request goes to {@code /write}. The precision is left out then: it is nanoseconds everywhere if nothing is
 * said, while its names differ, and 1.x takes a name that it does not know silently for nanoseconds.
 */
final class Route implements Interceptor {
    private static final String CLIENTS_WRITE = "/api/v2/write";

    private final Access access;
    private final Supplier<Optional<Generation>> generation;

    Route(Access access, Supplier<Optional<Generation>> generation) {
        this.access = access;
        this.generation = generation;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Request.Builder routed = request.newBuilder().url(url(request.url()));
        authorization().ifPresent(header -> routed.header("Authorization", header));
        Response response = chain.proceed(routed.build());
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            throw ServerAnswer.of(response);
        }
    }

    private Optional<String> authorization() {
        if (access instanceof Access.Token by) {
            return Optional.of("Token " + by.token().reveal());
        }
        return access instanceof Access.Password by
                ? Optional.of(Credentials.basic(by.user(), by.password().reveal(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private HttpUrl url(HttpUrl url) {
        return url.encodedPath().endsWith(CLIENTS_WRITE) && !isBucketOpen() ? classic(url) : url;
    }

    private boolean isBucketOpen() {
        return generation.get().filter(known -> known == Generation.V2).isPresent() && access instanceof Access.Token;
    }

    private static HttpUrl classic(HttpUrl url) {
        String path = url.encodedPath();
        return url.newBuilder()
                .encodedPath(path.substring(0, path.length() - CLIENTS_WRITE.length()) + "/write")
                .query(null)
                .addQueryParameter("db", url.queryParameter("bucket"))
                .build();
    }
}
