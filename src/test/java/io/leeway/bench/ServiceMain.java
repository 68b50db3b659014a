package io.leeway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leeway.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;

/** {@code leeway serve} as it is, and an ear for two orders: {@code heap} and {@code bare traffic}. */
final class ServiceMain {
    private ServiceMain() {}

    public static void main(String[] arguments) {
        Thread ear = new Thread(ServiceMain::listen, "bench-ear");
        ear.setDaemon(true);
        ear.start();
        Main.main(new String[] {"serve"});
    }

    private static void listen() {
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                Child.answer(order.equals("heap") ? String.valueOf(heap()) : bare(order));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of heap that are left after a collection of everything. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String bare(String order) throws IOException {
        return new BareLoop(Traffic.of(order)).measured().line();
    }
}
