package io.leeway.app.verticle;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a certificate and a key are readable and belong together: what the one signs, the other must confirm. */
final class PemCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PemCheck.class);
    private static final byte[] SIGNED = "leeway".getBytes(StandardCharsets.US_ASCII);

    private PemCheck() {}

    static void check(PemKeyCertOptions pem, Vertx vertx) throws IOException {
        X509KeyManager keys = keys(pem, vertx);
        String alias = Stream.of("RSA", "EC", "EdDSA", "RSASSA-PSS")
                .flatMap(type -> Stream.ofNullable(keys.getServerAliases(type, null)))
                .flatMap(Stream::of)
                .findFirst()
                .orElseThrow(() -> unusable("the certificate's kind of key is not known", null));
        X509Certificate certificate = keys.getCertificateChain(alias)[0];
        if (!belongTogether(certificate.getPublicKey(), keys.getPrivateKey(alias))) {
            throw unusable("the key is not the certificate's", null);
        }
        LOG.info(
                "The certificate of {} is in use; it ends {}",
                certificate.getSubjectX500Principal(),
                certificate.getNotAfter().toInstant());
    }

    private static X509KeyManager keys(PemKeyCertOptions pem, Vertx vertx) throws IOException {
        try {
            for (KeyManager manager : pem.getKeyManagerFactory(vertx).getKeyManagers()) {
                if (manager instanceof X509KeyManager keys) {
                    return keys;
                }
            }
            throw unusable("they hold no key", null);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            // Vert.x declares no less. Its messages quote what the files hold, so they are not passed on.
            throw unusable("they are not a certificate and a private key without password, as PEM", e);
        }
    }

    private static boolean belongTogether(PublicKey open, PrivateKey secret) throws IOException {
        String algorithm = switch (open.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> open.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(secret);
            signature.update(SIGNED);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(SIGNED);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw unusable("the key is not the certificate's", e);
        }
    }

    private static IOException unusable(String why, @Nullable Exception cause) {
        return new IOException("the certificate and key of http.tls cannot be used: " + why, cause);
    }
}
