package io.leeway.event;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;

/** Times as bytes: their number, then each as its distance from the one before, which in a log is small. */
final class TimesForm {
    private TimesForm() {}

    static void write(long[] times, ByteWriter out) {
        out.count(times.length);
        long before = 0;
        for (long time : times) {
            out.whole(time - before);
            before = time;
        }
    }

    static long[] read(ByteReader in) {
        long[] times = new long[in.length()];
        long before = 0;
        for (int i = 0; i < times.length; i++) {
            before += in.whole();
            times[i] = before;
        }
        return times;
    }
}
