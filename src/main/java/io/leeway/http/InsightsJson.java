package io.leeway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.cause.LossReport;
import io.leeway.cause.LostPart;
import io.leeway.change.Change;
import io.leeway.joint.JointFinding;
import io.leeway.joint.JointReport;
import io.leeway.monitor.DetectorReport;
import io.leeway.monitor.Insights;
import java.io.IOException;

/** What a report says beyond its own counts, as JSON. What does not exist is absent. */
final class InsightsJson {
    private InsightsJson() {}

    static void write(Insights insights, JsonGenerator out) throws IOException {
        if (insights.joint().isPresent()) {
            joint(insights.joint().get(), out);
        }
        if (insights.losses().isPresent()) {
            losses(insights.losses().get(), out);
        }
        if (insights.corrected().size() > 0) {
            out.writeObjectFieldStart("corrected");
            Json.figures(out, insights.corrected());
            out.writeEndObject();
        }
        if (!insights.detectors().isEmpty()) {
            Json.list(out, "detectors", insights.detectors(), InsightsJson::detector);
        }
    }

    private static void joint(JointReport joint, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("many_inputs");
        out.writeNumberField("n", joint.n());
        out.writeNumberField("watched", joint.features());
        out.writeNumberField("left_out", joint.leftOut());
        Json.list(out, "tests", joint.findings(), InsightsJson::finding);
        out.writeEndObject();
    }

    private static void losses(LossReport losses, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("losses");
        out.writeNumberField("candidates", losses.candidates());
        Json.list(out, "parts", losses.parts(), InsightsJson::part);
        out.writeStringField("reason", losses.sentence());
        out.writeEndObject();
    }

    private static void part(LostPart part, JsonGenerator out) throws IOException {
        out.writeStringField("name", part.name());
        out.writeStringField("metric", part.measure().metric());
        out.writeNumberField("n", part.n());
        out.writeNumberField("share", part.share());
        out.writeNumberField("value", part.now());
        out.writeNumberField("usual", part.usual());
        out.writeStringField("usual_of", part.onBaseline() ? "baseline" : "rest");
        out.writeNumberField("contribution", part.contribution().value());
        out.writeNumberField("contribution_low", part.contribution().low());
        out.writeNumberField("contribution_high", part.contribution().high());
        out.writeNumberField("of_loss", part.ofLoss());
        out.writeNumberField("p_value", part.pValue());
    }

    private static void finding(JointFinding finding, JsonGenerator out) throws IOException {
        out.writeStringField("test", finding.test());
        out.writeNumberField("value", finding.value());
        out.writeNumberField("threshold", finding.threshold());
        out.writeNumberField("drift_score", finding.score());
        out.writeNumberField("q_value", finding.qValue());
        out.writeStringField("verdict", finding.drifted() ? "drifted" : "stable");
        out.writeStringField("reason", finding.reason());
    }

    private static void detector(DetectorReport detector, JsonGenerator out) throws IOException {
        out.writeStringField("detector", detector.detector().text());
        out.writeBooleanField("detected", detector.change().isPresent());
        if (detector.change().isPresent()) {
            Change change = detector.change().get();
            out.writeStringField("since", change.since().toString());
            out.writeNumberField("before", change.before());
            out.writeNumberField("after", change.after());
        }
        out.writeStringField("reason", detector.reason());
    }
}
