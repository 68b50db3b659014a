package io.leeway.mail;

import io.leeway.notify.MailSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Who may vouch for a mail server: the certificates of a file, and nobody else, or those the JDK trusts. */
final class Authorities {
    private Authorities() {}

    /**
     * What makes TLS sockets to a server.
     *
     * @throws IOException when its file cannot be read or holds no certificate
     */
    static SSLSocketFactory of(MailSettings.Server server) throws IOException {
        return server.caFile().isPresent()
                ? trusting(Path.of(server.caFile().get()))
                : (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static SSLSocketFactory trusting(Path file) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(certificates(file));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " does not hold certificates in PEM", e);
        }
    }

    private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca-" + number++, each);
            }
        }
        if (trusted.size() == 0) {
            throw new IOException(file + " holds no certificate");
        }
        return trusted;
    }
}
