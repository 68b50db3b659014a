package io.leeway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.monitor.Reports.Histograms;
import java.io.IOException;
import java.util.List;

/** Two histograms on the same bins, as JSON. */
final class HistogramJson {
    private HistogramJson() {}

    static void write(Histograms histograms, JsonGenerator out) throws IOException {
        out.writeStringField("kind", histograms.kind().text());
        Json.texts(out, "bins", histograms.bins());
        counts("baseline", histograms.baseline(), out);
        counts("window", histograms.window(), out);
    }

    private static void counts(String name, List<Long> counts, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (long count : counts) {
            out.writeNumber(count);
        }
        out.writeEndArray();
    }
}
