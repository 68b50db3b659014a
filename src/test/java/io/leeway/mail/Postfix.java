package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.Program;
import io.leeway.app.PemFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A Postfix of a test's own: two mailboxes, STARTTLS with a certificate for loopback, and nobody else. */
final class Postfix implements AutoCloseable {
    private static final String PROCESSES = """
            127.0.0.1:%d inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            error unix - - n - - error
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            proxymap unix - - n - - proxymap
            """;

    private static final String SETTINGS = """
            compatibility_level = 3.6
            myhostname = mta.example.org
            mynetworks = 127.0.0.0/8
            inet_interfaces = 127.0.0.1
            mydestination =
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            maillog_file =
            virtual_mailbox_domains = example.org
            virtual_mailbox_base = %1$s/boxes
            virtual_mailbox_maps = inline:{me@example.org=me/, you@example.org=you/}
            virtual_uid_maps = static:5001
            virtual_gid_maps = static:5001
            smtpd_tls_cert_file = %1$s/certificate.pem
            smtpd_tls_key_file = %1$s/key.pem
            smtpd_tls_security_level = may
            smtpd_tls_received_header = yes
            """;

    private final Program program;
    private final Path folder;
    private final int port;

    private Postfix(Program program, Path folder, int port) {
        this.program = program;
        this.folder = folder;
        this.port = port;
    }

    static Postfix start(Path folder, PemFiles keys) throws IOException, InterruptedException {
        Program program = Program.find("postfix");
        Path open = readable(folder);
        Postfix postfix = new Postfix(program, open, freePort());
        Files.createDirectories(open.resolve("queue"));
        Files.createDirectories(open.resolve("conf"));
        Path data = Files.createDirectories(open.resolve("data"));
        Files.setOwner(
                data, data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        Path boxes = Files.createDirectories(open.resolve("boxes"));
        Files.setPosixFilePermissions(boxes, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(keys.writeTo(open).key()).exists();
        Files.writeString(open.resolve("conf/main.cf"), SETTINGS.formatted(open));
        Files.writeString(open.resolve("conf/master.cf"), PROCESSES.formatted(postfix.port));
        postfix.command("start");
        await().atMost(Duration.ofSeconds(20)).until(postfix::listens);
        return postfix;
    }

    int port() {
        return port;
    }

    /** What has arrived for somebody, once there is so much. */
    List<Path> mails(String box, int many) throws IOException {
        Path arrived = folder.resolve("boxes").resolve(box).resolve("new");
        await().atMost(Duration.ofSeconds(20)).until(() -> list(arrived).size() >= many);
        return list(arrived);
    }

    @Override
    public void close() throws IOException {
        command("stop");
    }

    private void command(String word) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(), "-c", folder.resolve("conf").toString(), word)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(word + ".log").toFile())
                .start();
        assertThat(process.onExit().join().exitValue())
                .as(() -> "postfix " + word + " in " + folder)
                .isZero();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.getInputStream().read() == '2';
        } catch (IOException e) {
            return false;
        }
    }

    private static Path readable(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
