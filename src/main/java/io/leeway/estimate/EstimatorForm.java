package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;

/** Estimators as bytes. */
public final class EstimatorForm {
    private static final int VERSION = 2;

    /** The first version that tells kinds apart; before it all were binary. */
    private static final int KINDS = 2;

    private EstimatorForm() {}

    public static void write(Estimator estimator, ByteWriter out) {
        out.octet(VERSION);
        out.octet(estimator instanceof BinaryEstimator ? 0 : estimator instanceof ClassEstimator ? 1 : 2);
        estimator.write(out);
    }

    public static Estimator read(ByteReader in) {
        int version = in.version("an estimator", VERSION);
        return switch (version < KINDS ? 0 : in.octet()) {
            case 0 -> BinaryEstimator.read(in);
            case 1 -> ClassEstimator.read(in);
            case 2 -> ErrorEstimator.read(in);
            default -> throw new MalformedBytesException("an estimator of unknown kind");
        };
    }
}
