package io.leeway.mail;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.notify.MailSettings.Tls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that answers some commands wrongly: by default it takes everything. It speaks in clear, by STARTTLS or by
 * TLS from the first byte, with several clients at a time.
 */
public final class FaultyServer implements AutoCloseable {
    /** Instead of an answer: the connection ends. */
    public static final String HANG_UP = "hang up";
    /** Instead of an answer: one byte every 50 ms, for ever. */
    public static final String DRIP = "drip";
    /** Instead of an answer: silence. */
    public static final String SILENCE = "silence";

    private final ServerSocket listening;
    private final Tls tls;
    private final Optional<SSLContext> keys;
    private final Map<String, String> answers = new ConcurrentSkipListMap<>();
    private final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** A mail it said it took, and for whom. */
    public record Taken(List<String> recipients, String mail) {
        public Taken {
            recipients = List.copyOf(recipients);
        }

        public String header(String name) {
            return mail.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .findFirst()
                    .map(line -> line.substring(name.length() + 2))
                    .orElseThrow();
        }
    }

    /** One in clear, on any free port. */
    public FaultyServer() throws IOException {
        this(0);
    }

    /** One in clear. */
    public FaultyServer(int port) throws IOException {
        this(port, Tls.NONE, null);
    }

    /** One that shows a certificate. */
    public FaultyServer(Tls tls, @Nullable SSLContext keys) throws IOException {
        this(0, tls, keys);
    }

    private FaultyServer(int port, Tls tls, @Nullable SSLContext keys) throws IOException {
        this.tls = tls;
        this.keys = Optional.ofNullable(keys);
        listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        answers.put("GREETING", "220 faulty");
        answers.put("EHLO", tls == Tls.STARTTLS ? "250-faulty\r\n250 STARTTLS" : "250 faulty");
        answers.put("STARTTLS", tls == Tls.STARTTLS ? "220 go on" : "502 what");
        answers.put("DATA", "354 go on");
        answers.put(".", "250 taken");
        answers.put("QUIT", "221 bye");
        start(this::serve);
    }

    /** Answers the commands that begin so in this way, from now on. */
    @CanIgnoreReturnValue
    public FaultyServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The mails it said it took. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                int unused = connections.incrementAndGet();
                sockets.add(socket);
                start(() -> talk(socket));
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            new Talk(tls == Tls.IMPLICIT ? secured(socket) : socket).hold();
        } catch (IOException e) {
            // The client went away, or the test is over.
        } finally {
            sockets.remove(socket);
        }
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocket secure =
                (SSLSocket) keys.orElseThrow().getSocketFactory().createSocket(socket, socket.getInputStream(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    /** A socket, and lines in both directions. */
    private record Wire(Socket socket, BufferedReader in, OutputStream out) {
        static Wire over(Socket socket) throws IOException {
            return new Wire(
                    socket,
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
                    socket.getOutputStream());
        }
    }

    /** One conversation. */
    private final class Talk {
        private final List<String> recipients = new ArrayList<>();
        private Wire wire;

        Talk(Socket socket) throws IOException {
            wire = Wire.over(socket);
        }

        void hold() throws IOException {
            boolean open = say(answerTo("GREETING"));
            while (open) {
                String line = wire.in.readLine();
                open = line != null && hear(line);
            }
        }

        private boolean hear(String line) throws IOException {
            String answer = answerTo(line);
            boolean open = say(answer) && !line.equals("QUIT");
            if (tls == Tls.STARTTLS && line.equals("STARTTLS") && answer.startsWith("220")) {
                wire = Wire.over(secured(wire.socket));
            } else if (line.startsWith("MAIL")) {
                recipients.clear();
            } else if (line.startsWith("RCPT") && answer.startsWith("250")) {
                recipients.add(line.replaceAll("RCPT TO:<|>.*", ""));
            } else if (line.equals("DATA") && answer.startsWith("354")) {
                return mail();
            }
            return open;
        }

        private boolean mail() throws IOException {
            StringBuilder mail = new StringBuilder();
            String line = wire.in.readLine();
            while (line != null && !line.equals(".")) {
                mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
                line = wire.in.readLine();
            }
            if (line == null) {
                return false;
            }
            String answer = answerTo(".");
            if (answer.startsWith("250") || answer.equals(HANG_UP)) {
                taken.add(new Taken(recipients, mail.toString()));
            }
            return say(answer);
        }

        private boolean say(String answer) throws IOException {
            while (answer.equals(DRIP)) {
                wire.out.write('2');
                wire.out.flush();
                LockSupport.parkNanos(50_000_000);
            }
            if (answer.equals(SILENCE)) {
                int unused = wire.in.read();
            }
            if (answer.equals(HANG_UP) || answer.equals(SILENCE)) {
                return false;
            }
            wire.out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            wire.out.flush();
            return true;
        }
    }

    private String answerTo(String line) {
        return answers.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce((shorter, longer) -> longer)
                .orElse("250 fine");
    }
}
