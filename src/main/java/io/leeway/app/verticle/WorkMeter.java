package io.leeway.app.verticle;

import java.time.Duration;

/** Counts what verticles do. Points owed = written + refused once nothing waits. Safe for several threads. */
public interface WorkMeter {
    /**
     * The reporter went through what had changed.
     *
     * @param windows new and revised ones
     */
    void reported(long windows, Duration took);

    /** Points the series store has taken. */
    void written(int points);

    /** Points the series store will never take. */
    void refused(int points);

    /** The series store could not be reached. */
    void unavailable();

    /**
     * A pass over the queue of mails.
     *
     * @param sent mails that everybody has got who can
     * @param failed mails that somebody will never get
     */
    void mailed(int sent, int failed);

    /** Somebody outside was told that all is well; or not, for whatever reason. */
    void pinged(boolean told);
}
