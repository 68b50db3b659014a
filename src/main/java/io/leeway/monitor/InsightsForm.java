package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.cause.LossReport;
import io.leeway.change.Change;
import io.leeway.joint.JointReport;
import io.leeway.sequential.Calibrated;
import io.leeway.statistics.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Insights as bytes. */
final class InsightsForm {
    private static final int VERSION = 2;

    /** The first version that says where performance was lost. */
    private static final int LOSSES = 2;

    private InsightsForm() {}

    static void write(Insights insights, ByteWriter out) {
        out.octet(VERSION);
        ReportForm.figures(insights.corrected(), out);
        out.count(insights.detectors().size());
        insights.detectors().forEach(detector -> {
            out.text(detector.detector().name()).flag(detector.change().isPresent());
            detector.change().ifPresent(change -> change.write(out));
        });
        out.flag(insights.joint().isPresent());
        insights.joint().ifPresent(joint -> joint.write(out));
        out.flag(insights.losses().isPresent());
        insights.losses().ifPresent(losses -> losses.write(out));
    }

    static Insights read(ByteReader in) {
        int version = in.version("insights", VERSION);
        Figures corrected = ReportForm.figures(in);
        List<DetectorReport> detectors = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            detectors.add(new DetectorReport(
                    Calibrated.valueOf(in.text()), in.flag() ? Optional.of(Change.read(in)) : Optional.empty()));
        }
        return new Insights(
                corrected,
                detectors,
                in.flag() ? Optional.of(JointReport.read(in)) : Optional.empty(),
                version >= LOSSES && in.flag() ? Optional.of(LossReport.read(in)) : Optional.empty());
    }
}
