package io.leeway.joint;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a window's features say together.
 *
 * @param n rows in which all of them are numbers
 * @param features how many are watched together
 * @param leftOut how many more there are
 * @param findings the means, what is left over, and the correlations that changed most
 */
public record JointReport(long n, int features, int leftOut, List<JointFinding> findings) {
    public JointReport {
        findings = List.copyOf(findings);
    }

    public void write(ByteWriter out) {
        out.count(n).count(features).count(leftOut).count(findings.size());
        findings.forEach(finding -> finding.write(out));
    }

    public static JointReport read(ByteReader in) {
        long n = in.count();
        int features = (int) in.count();
        int leftOut = (int) in.count();
        List<JointFinding> findings = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            findings.add(JointFinding.read(in));
        }
        return new JointReport(n, features, leftOut, findings);
    }
}
