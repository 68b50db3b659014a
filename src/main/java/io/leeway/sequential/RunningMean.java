package io.leeway.sequential;

/** The centre of a stream, step by step. */
final class RunningMean {
    private final Centre centre;
    private double mean;
    private long steps;

    RunningMean(Centre centre) {
        this.centre = centre;
    }

    /** How far a value lies above the centre, after it has moved it. */
    double above(double value) {
        steps++;
        mean += (value - mean) / steps;
        return centre == Centre.RUNNING ? value - mean : value;
    }

    long steps() {
        return steps;
    }
}
