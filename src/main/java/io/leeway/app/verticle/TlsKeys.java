package io.leeway.app.verticle;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The certificate and key of the HTTP servers, as they were when they could last be used. New connections get new ones
 * without a restart; those that stand go on. Thread-safe.
 */
public final class TlsKeys {
    /** RFC 8996 ended the older ones. */
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    private final Vertx vertx;
    private volatile PemKeyCertOptions pem = new PemKeyCertOptions();

    public TlsKeys(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Uses others from now on.
     *
     * @param contents of the certificate's file and of the key's
     * @throws IOException with a sentence, when they are unreadable or do not belong together
     */
    public void use(List<byte[]> contents) throws IOException {
        PemKeyCertOptions fresh = new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(contents.get(0)))
                .addKeyValue(Buffer.buffer(contents.get(1)));
        PemCheck.check(fresh, vertx);
        pem = fresh;
        vertx.eventBus().publish(Facts.KEYS_CHANGED, "");
    }

    HttpServerOptions in(HttpServerOptions options) {
        return options.setSsl(true).setKeyCertOptions(pem).setEnabledSecureTransportProtocols(PROTOCOLS);
    }

    Future<Boolean> renew(HttpServer server) {
        return server.updateSSLOptions(
                new ServerSSLOptions().setKeyCertOptions(pem).setEnabledSecureTransportProtocols(PROTOCOLS));
    }
}
