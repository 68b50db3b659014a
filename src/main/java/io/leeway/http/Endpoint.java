package io.leeway.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that can be asked for.
 *
 * @param path with its parameters in braces, as OpenAPI writes it
 * @param door who is let in
 * @param answers fails with an {@link HttpProblem} for what is the caller's affair
 */
record Endpoint(HttpMethod method, String path, Door door, Function<RoutingContext, Future<Answer>> answers) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** The path as Vert.x writes it. */
    String route() {
        return PARAMETER.matcher(path).replaceAll(":$1");
    }

    /** Whether a request's path is this one, whatever its method. */
    boolean leads(String requested) {
        return requested.matches(PARAMETER.matcher(path).replaceAll("[^/]+").replace(".", "\\."));
    }

    /** The methods it answers to: a HEAD is a GET whose body the server leaves out (RFC 9110, section 9.3.2). */
    Stream<HttpMethod> methods() {
        return method.equals(HttpMethod.GET) ? Stream.of(HttpMethod.GET, HttpMethod.HEAD) : Stream.of(method);
    }

    /** The same, answered in another way. */
    Endpoint answeredBy(Function<RoutingContext, Future<Answer>> others) {
        return new Endpoint(method, path, door, others);
    }

    /** Nobody waits at the barrier whom the guard has not let in. */
    void serveOn(Router router, Guard guard, Barrier barrier) {
        methods()
                .forEach(each -> router.route(each, route())
                        .handler(context -> guard.stand(this, context))
                        .handler(barrier)
                        .handler(this::serve));
    }

    private void serve(RoutingContext context) {
        Future.succeededFuture(context)
                .compose(answers)
                .onSuccess(answer -> answer.send(context.response()))
                .onFailure(failure -> Failures.answer(failure, context));
    }
}
