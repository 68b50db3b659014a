package io.leeway.ingest;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** Rejections as bytes. Those of one request mostly say the same, so a sentence is written only when it changes. */
final class Rejections {
    private Rejections() {}

    static void write(List<Rejection> rejections, ByteWriter out) {
        out.count(rejections.size());
        String said = "";
        for (Rejection rejection : rejections) {
            boolean same = rejection.detail().equals(said);
            out.count(rejection.index()).text(rejection.reason().code()).flag(same);
            if (!same) {
                out.text(rejection.detail());
                said = rejection.detail();
            }
        }
    }

    static List<Rejection> read(ByteReader in) {
        List<Rejection> rejections = new ArrayList<>();
        String said = "";
        for (int left = in.length(); left > 0; left--) {
            long index = in.count();
            Rejection.Reason reason = Rejection.Reason.of(in.text());
            said = in.flag() ? said : in.text();
            rejections.add(new Rejection(index, reason, said));
        }
        return rejections;
    }
}
