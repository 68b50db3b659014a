package io.leeway.http;

import java.util.concurrent.CompletionStage;

/** What somebody who looks after the service can have it do. */
public interface Upkeep {
    /** Has all of history written to the series again; completes when everything is on the list of what they are owed. */
    CompletionStage<Rebuilt> rebuildSeries();

    /**
     * What is to be written again.
     *
     * @param marks points of incidents and deployments
     */
    record Rebuilt(long windows, long marks) {}
}
