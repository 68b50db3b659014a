package io.leeway.app.verticle;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** What has been handed to a context and has not run yet. */
final class Queued {
    private Queued() {}

    /** Completes when it has run: a worker whose thread ends before is told so by an exception in nobody's hands. */
    static Future<Void> done(Context context) {
        Promise<Void> done = Promise.promise();
        context.runOnContext(unused -> done.complete());
        return done.future();
    }
}
