package io.leeway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.access.Bearer;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Problem;
import io.leeway.ingest.Receipt;
import io.leeway.ingest.Rejection;
import io.leeway.monitor.Reports.BaselineSummary;
import io.leeway.wire.SettingsJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is said of something that was given. A token that was sent by mistake is not sent back: answers end in logs. */
final class Receipts {
    private Receipts() {}

    static Json.Fields fields(Receipt receipt) {
        return out -> {
            out.writeNumberField("received", receipt.received());
            out.writeNumberField("accepted", receipt.accepted());
            out.writeNumberField("rejected", receipt.rejected());
            Json.list(out, "errors", receipt.errors(), Receipts::error);
        };
    }

    static Json.Fields settings(ModelSettings settings) {
        return out -> SettingsJson.fields(settings, out);
    }

    /** The receipt for a reference set, and what it says of each feature once it has been read. */
    static Json.Fields baseline(Receipt receipt, Optional<BaselineSummary> summary) {
        return out -> {
            fields(receipt).write(out);
            if (summary.isPresent()) {
                out.writeStringField("id", summary.get().id());
                out.writeNumberField("n", summary.get().n());
                out.writeBooleanField("learned", summary.get().learned());
                Json.list(out, "features", summary.get().features(), WindowJson::feature);
            }
        };
    }

    static HttpProblem problem(List<Problem> problems) {
        String sentence = problems.size() == 1
                ? "The settings were not taken. " + problems.get(0)
                : "The settings were not taken: " + problems.size() + " things are wrong with them.";
        return HttpProblem.badRequest(sentence).with(out -> Json.list(out, "problems", problems, Receipts::problem));
    }

    private static void problem(Problem problem, JsonGenerator out) throws IOException {
        out.writeStringField("path", Bearer.redacted(problem.path()));
        out.writeStringField("detail", Bearer.redacted(problem.sentence()));
    }

    private static void error(Rejection rejection, JsonGenerator out) throws IOException {
        out.writeNumberField("index", rejection.index());
        out.writeStringField("reason", rejection.reason().code());
        out.writeStringField("detail", Bearer.redacted(rejection.detail()));
    }
}
