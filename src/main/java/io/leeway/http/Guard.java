package io.leeway.http;

import io.leeway.access.Attempts;
import io.leeway.access.Need;
import io.leeway.access.Refusal;
import io.leeway.access.Scope;
import io.leeway.access.Token;
import io.leeway.access.Verdict;
import io.leeway.ingest.Limit;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Stands at every door: lets a request in, or answers it. One for all event loops. */
final class Guard {
    private final Doors doors;
    private final Optional<Credentials> credentials;
    private final Trail trail;
    private final InstantSource clock;
    private final long mostBody;
    private final Attempts attempts = Attempts.withDefaults();

    Guard(Ports ports, Sessions sessions, Trail trail) {
        this.doors = ports.doors();
        this.credentials = doors.tokens().map(tokens -> new Credentials(tokens, sessions));
        this.trail = trail;
        this.clock = ports.clock();
        this.mostBody = ports.bounds().most(Limit.BODY);
    }

    /** Before the endpoint itself. */
    void stand(Endpoint endpoint, RoutingContext context) {
        if (credentials.isEmpty() || endpoint.door().scope().isEmpty()) {
            context.next();
            return;
        }
        Need need = new Need(
                endpoint.door().scope().get(), Requests.pathModel(context).orElse(""));
        Verdict verdict = credentials.get().check(context.request(), clock.instant());
        if (verdict instanceof Verdict.Admitted admitted) {
            Origin.admitted(context, admitted.token());
        }
        Optional<Refusal> refusal = refusal(verdict, need);
        if (refusal.isEmpty()) {
            context.next();
        } else {
            refuse(refusal.get(), need, endpoint, context);
        }
    }

    /** Whether a request to an open door comes from somebody who may read, or nobody is asked. */
    boolean mayRead(RoutingContext context) {
        return credentials
                .map(asked -> asked.check(context.request(), clock.instant()))
                .filter(verdict -> refusal(verdict, new Need(Scope.READ, "")).isPresent())
                .isEmpty();
    }

    private static Optional<Refusal> refusal(Verdict verdict, Need need) {
        if (verdict instanceof Verdict.Refused refused) {
            return Optional.of(refused.why());
        }
        Token token = ((Verdict.Admitted) verdict).token();
        return token.allows(need) ? Optional.empty() : Optional.of(Refusal.SCOPE);
    }

    private void refuse(Refusal why, Need need, Endpoint endpoint, RoutingContext context) {
        doors.meter().refused(why);
        Drain.atMost(mostBody, context.request());
        Duration wait = wait(why, context);
        Future<Void> written =
                need.scope() == Scope.OPERATE ? trail.refused(endpoint, context, why) : Future.succeededFuture();
        Answer answer = wait.isZero() ? Challenge.to(why, need) : slowed(wait);
        Future<Void> unused = written.onComplete(done -> answer.send(context.response()));
    }

    private Answer slowed(Duration wait) {
        doors.meter().slowed();
        return Challenge.later(wait);
    }

    /** A request that shows nothing, or a good token for something else, is no attempt. */
    private Duration wait(Refusal why, RoutingContext context) {
        return switch (why) {
            case MISSING, SCOPE -> Duration.ZERO;
            case MALFORMED, EXPOSED, UNKNOWN, EXPIRED -> failed(context);
        };
    }

    private Duration failed(RoutingContext context) {
        Instant now = clock.instant();
        synchronized (attempts) {
            return attempts.failed(Network.of(Origin.address(context.request())), now);
        }
    }
}
