package io.leeway.mail;

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
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** A mail server that answers some commands wrongly: by default it takes everything. */
final class FaultyServer implements AutoCloseable {
    /** Instead of an answer: the connection ends. */
    static final String HANG_UP = "hang up";
    /** Instead of an answer: one byte every 50 ms, for ever. */
    static final String DRIP = "drip";

    private final ServerSocket listening;
    private final Map<String, String> answers = new TreeMap<>();
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    FaultyServer() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        answers.put("GREETING", "220 faulty");
        answers.put("EHLO", "250 faulty");
        answers.put("DATA", "354 go on");
        answers.put(".", "250 taken");
        Thread thread = new Thread(this::serve, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers the commands that begin so in this way. */
    FaultyServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The mails it said it took. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                talk(socket);
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream();
        boolean open = answer(out, answers.getOrDefault("GREETING", ""));
        for (String line = open ? in.readLine() : null; line != null; line = in.readLine()) {
            if (!answer(out, answerTo(line)) || line.startsWith("QUIT")) {
                return;
            }
            if (line.equals("DATA") && answerTo(line).startsWith("354") && !mail(in, out)) {
                return;
            }
        }
    }

    private boolean mail(BufferedReader in, OutputStream out) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        if (answerTo(".").startsWith("250")) {
            taken.add(mail.toString());
        }
        return answer(out, answerTo("."));
    }

    private String answerTo(String line) {
        return answers.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("250 fine");
    }

    private static boolean answer(OutputStream out, String answer) throws IOException {
        if (answer.equals(HANG_UP)) {
            return false;
        }
        while (answer.equals(DRIP)) {
            out.write('2');
            out.flush();
            LockSupport.parkNanos(50_000_000);
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }
}
