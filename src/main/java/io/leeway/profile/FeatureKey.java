package io.leeway.profile;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;

/** A profiled column: a feature by its name, the score or the prediction. */
public record FeatureKey(Role role, String name) implements Comparable<FeatureKey> {
    /** The probability of the positive class. */
    public static final FeatureKey SCORE = new FeatureKey(Role.SCORE, "score");
    /** What the model answered. */
    public static final FeatureKey PREDICTION = new FeatureKey(Role.PREDICTION, "prediction");

    /** The probability of the positive class of those rows that were called positive. */
    public static final FeatureKey CALLED_SCORE = new FeatureKey(Role.CALLED_SCORE, "score");

    /** Which class was predicted with how much confidence: of a model of several classes. */
    public static final FeatureKey CALL = new FeatureKey(Role.CALL, "call");

    /** What a column is to the model. */
    public enum Role {
        FEATURE,
        SCORE,
        PREDICTION,
        /** How many rows there are: no column, but watched like one. */
        VOLUME,
        /** Not a column of its own: the score where the answer was positive. */
        CALLED_SCORE,
        /** Not a column of its own: the predicted class and its confidence. */
        CALL
    }

    /** The number of rows. */
    public static final FeatureKey VOLUME = new FeatureKey(Role.VOLUME, "volume");

    public static FeatureKey feature(String name) {
        return new FeatureKey(Role.FEATURE, name);
    }

    /** Features by name, then the score, then the prediction. */
    @Override
    public int compareTo(FeatureKey other) {
        int byRole = role.compareTo(other.role);
        return byRole == 0 ? name.compareTo(other.name) : byRole;
    }

    public void write(ByteWriter out) {
        out.octet(
                switch (role) {
                    case FEATURE -> 0;
                    case SCORE -> 1;
                    case PREDICTION -> 2;
                    case VOLUME -> 3;
                    case CALLED_SCORE -> 4;
                    case CALL -> 5;
                });
        out.text(name);
    }

    public static FeatureKey read(ByteReader in) {
        Role role = switch (in.octet()) {
            case 0 -> Role.FEATURE;
            case 1 -> Role.SCORE;
            case 2 -> Role.PREDICTION;
            case 3 -> Role.VOLUME;
            case 4 -> Role.CALLED_SCORE;
            case 5 -> Role.CALL;
            default -> throw new MalformedBytesException("a column of unknown role");
        };
        return new FeatureKey(role, in.text());
    }
}
