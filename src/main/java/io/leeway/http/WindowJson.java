package io.leeway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.drift.MovedBin;
import io.leeway.estimate.EstimateReport;
import io.leeway.monitor.FeatureReport;
import io.leeway.monitor.LikelyCauses;
import io.leeway.monitor.ReferenceReport;
import io.leeway.monitor.WindowReport;
import io.leeway.truth.MetricVerdict;
import io.leeway.truth.PerformanceVerdict;
import java.io.IOException;

/** A window's report as JSON. What does not exist is absent or null. */
final class WindowJson {
    private WindowJson() {}

    /** All of it but the features. */
    static void overview(WindowReport report, JsonGenerator out) throws IOException {
        out.writeStringField("model", report.key().model());
        out.writeStringField("version", report.key().version());
        out.writeStringField("segment", report.key().segment());
        window(report, out);
        out.writeStringField("state", report.closed() ? "closed" : "open");
        out.writeNumberField("revision", report.revision());
        out.writeNumberField("n", report.n());
        baseline(report, out);
        labels(report, out);
        out.writeObjectFieldStart("performance");
        Json.figures(out, report.performance());
        out.writeEndObject();
        verdict(report.verdict(), out);
        if (report.estimate().isPresent()) {
            estimate(report.estimate().get(), out);
        }
        InsightsJson.write(report.insights(), out);
        out.writeNumberField("drifted_features", report.driftedFeatures());
    }

    static void whole(WindowReport report, JsonGenerator out) throws IOException {
        overview(report, out);
        out.writeStringField("reference", report.reference());
        Json.list(out, "features", report.features(), WindowJson::feature);
        out.writeArrayFieldStart("likely_causes");
        for (String cause : LikelyCauses.of(report)) {
            out.writeString(cause);
        }
        out.writeEndArray();
        Json.list(out, "other_references", report.others(), WindowJson::reference);
    }

    private static void reference(ReferenceReport reference, JsonGenerator out) throws IOException {
        out.writeStringField("reference", reference.name());
        out.writeNumberField("n", reference.n());
        out.writeNumberField("drifted_features", reference.driftedFeatures());
        Json.list(out, "features", reference.features(), WindowJson::feature);
    }

    static void feature(FeatureReport feature, JsonGenerator out) throws IOException {
        out.writeStringField("name", feature.name());
        out.writeStringField("role", feature.roleText());
        out.writeStringField("kind", feature.kind().text());
        out.writeNumberField("n", feature.n());
        out.writeNumberField("n_valid", feature.nValid());
        Json.figures(out, feature.figures());
        out.writeStringField("verdict", feature.verdictText());
        out.writeStringField("reason", feature.reason());
        if (!feature.moved().isEmpty()) {
            Json.list(out, "moved", feature.moved(), WindowJson::moved);
        }
    }

    private static void moved(MovedBin bin, JsonGenerator out) throws IOException {
        out.writeStringField("bin", bin.bin());
        out.writeNumberField("before", bin.before());
        out.writeNumberField("now", bin.now());
    }

    private static void verdict(PerformanceVerdict verdict, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("performance_verdict");
        out.writeStringField("verdict", verdict.standing().text());
        out.writeStringField("labels", verdict.maturity().text());
        out.writeStringField("reason", verdict.reason());
        Json.list(out, "metrics", verdict.metrics(), WindowJson::metric);
        out.writeEndObject();
    }

    private static void estimate(EstimateReport estimate, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("estimated");
        Json.figures(out, estimate.figures());
        out.writeStringField("trust", estimate.trust().text());
        out.writeStringField("reason", estimate.reason());
        out.writeEndObject();
    }

    private static void metric(MetricVerdict metric, JsonGenerator out) throws IOException {
        out.writeStringField("name", metric.metric());
        out.writeStringField("verdict", metric.standing().text());
        out.writeNumberField("value", metric.value());
        out.writeNumberField("baseline", metric.baseline());
        out.writeStringField("reason", metric.reason());
    }

    private static void window(WindowReport report, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("window");
        out.writeStringField("size", report.key().size().text());
        out.writeStringField("start", report.key().start().toString());
        out.writeStringField("end", report.end().toString());
        out.writeEndObject();
    }

    private static void baseline(WindowReport report, JsonGenerator out) throws IOException {
        if (report.baseline().isEmpty()) {
            out.writeNullField("baseline");
            return;
        }
        WindowReport.BaselineInfo baseline = report.baseline().get();
        out.writeObjectFieldStart("baseline");
        out.writeStringField("id", baseline.id());
        out.writeNumberField("n", baseline.n());
        out.writeBooleanField("learned", baseline.learned());
        out.writeNumberField("rows_on_another", report.otherBaseline());
        out.writeObjectFieldStart("performance");
        Json.figures(out, report.baselinePerformance());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void labels(WindowReport report, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("labels");
        out.writeNumberField("n", report.labelled());
        if (report.n() > 0) {
            out.writeNumberField("coverage", (double) report.labelled() / report.n());
        } else {
            out.writeNullField("coverage");
        }
        out.writeEndObject();
    }
}
