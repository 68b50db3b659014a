package io.leeway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * The process that posts. Its arguments are a port, a number of connections and the traffic; each line it is then told is
 * {@code seconds posts-a-second posts} (a second 0: as many as the service takes), and what came of it is its answer.
 */
final class LoadMain {
    private LoadMain() {}

    public static void main(String[] arguments) throws IOException {
        Sender sender = new Sender(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])),
                Traffic.of(arguments[2]),
                Integer.parseInt(arguments[1]));
        Child.answer("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] order = line.split(" ");
            Pace pace = Pace.limited(pace(Double.parseDouble(order[1])), Long.parseLong(order[2]));
            Child.answer(sender.run(pace, Duration.ofSeconds(Long.parseLong(order[0])))
                    .line());
        }
    }

    private static Pace pace(double postsASecond) {
        return postsASecond == 0 ? Pace.closed() : Pace.open(postsASecond, System.nanoTime());
    }
}
