package io.leeway.http;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.monitor.WindowKey;
import io.leeway.wire.Limits;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the parameters of requests; each that cannot be is an {@link HttpProblem} that says what to write instead. */
final class Requests {
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /** The first and the last instant that RFC 3339 can write. */
    static final Instant BEGINNING = Instant.parse("0000-01-01T00:00:00Z");

    static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private Requests() {}

    static String model(RoutingContext context) {
        String name = context.pathParam("model");
        if (!MODEL.matcher(name).matches()) {
            throw HttpProblem.badRequest(
                    "A model's name is 1 to 128 letters, digits, dots, underscores and dashes: choose another.");
        }
        return name;
    }

    /** The model that a request's path names; empty if it names none, or one that cannot be. */
    static Optional<String> pathModel(RoutingContext context) {
        return Optional.ofNullable(context.pathParam("model"))
                .filter(name -> MODEL.matcher(name).matches());
    }

    static String id(RoutingContext context, Limits limits) {
        return bounded(context.pathParam("id"), "id", limits);
    }

    /** The one version that a request is about, if it names one. */
    static Optional<String> version(RoutingContext context, Limits limits) {
        Optional<String> version = query(context, "version").map(it -> bounded(it, "version", limits));
        if (version.filter(WindowKey.ALL_VERSIONS::equals).isPresent()) {
            throw HttpProblem.badRequest("version must not be *, which stands for all versions: leave it out.");
        }
        return version;
    }

    private static String bounded(String text, String name, Limits limits) {
        if (text.getBytes(StandardCharsets.UTF_8).length > limits.textBytes()) {
            throw HttpProblem.badRequest(name + " is longer than " + limits.textBytes() + " bytes.");
        }
        return text;
    }

    static Optional<String> query(RoutingContext context, String name) {
        return context.queryParam(name).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The window size asked for; a model with only one need not be asked for it. */
    static WindowSize size(RoutingContext context, ModelSettings settings) {
        List<WindowSize> sizes = settings.windows();
        Optional<String> asked = query(context, "size");
        if (asked.isEmpty() && sizes.size() == 1) {
            return sizes.get(0);
        }
        return asked.flatMap(WindowSize::of).filter(sizes::contains).orElseThrow(() -> noSuchSize(asked, sizes));
    }

    /** An instant, or the day at whose start it is in the model's zone. */
    static Optional<Instant> time(RoutingContext context, String name, ModelSettings settings) {
        return query(context, name).map(text -> time(text, name, settings));
    }

    /** Years have four digits as in RFC 3339: later ones would be beyond epoch milliseconds. */
    static Instant time(String text, String name, ModelSettings settings) {
        return parsed(text, settings)
                .filter(time -> !time.isBefore(BEGINNING) && !time.isAfter(END))
                .orElseThrow(() ->
                        HttpProblem.badRequest(name + " must be a date or RFC 3339, such as 2001-03-05T00:00:00Z."));
    }

    /** A plus that was not percent-encoded arrives as a space. */
    private static Optional<Instant> parsed(String text, ModelSettings settings) {
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text)
                                    .atStartOfDay(settings.zone())
                                    .toInstant()
                            : Instant.parse(text.replace(' ', '+')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static HttpProblem noSuchSize(Optional<String> asked, List<WindowSize> sizes) {
        String has = sizes.stream().map(WindowSize::text).collect(Collectors.joining(", "));
        return asked.isPresent()
                ? HttpProblem.notFound("The model has no windows of that size: it has " + has + ".")
                : HttpProblem.badRequest("size is missing: the model has windows of " + has + ".");
    }
}
