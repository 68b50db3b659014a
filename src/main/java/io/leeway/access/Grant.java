package io.leeway.access;

import io.leeway.text.Glob;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that a token allows: {@code read}, {@code operate}, {@code ingest}, {@code ingest:credit-*}.
 *
 * @param models those it holds for; only {@link Scope#INGEST} can be narrowed
 */
public record Grant(Scope scope, Glob models) {
    private static final Pattern FORM = Pattern.compile("([a-z]+)(?::([A-Za-z0-9._*-]{1,128}))?");
    private static final Glob ALL = new Glob("*");

    /** What it must look like, for somebody who wrote something else. */
    public static final String FORMS = "a scope is read, operate, ingest, or ingest: with a model's name such as"
            + " ingest:credit-*, in which * stands for any characters";

    /** Reads one; empty if it is none. */
    public static Optional<Grant> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Glob> models = Optional.ofNullable(matcher.group(2)).map(Glob::new);
        return Stream.of(Scope.values())
                .filter(scope -> scope.word().equals(matcher.group(1)))
                .filter(scope -> scope == Scope.INGEST || models.isEmpty())
                .findFirst()
                .map(scope -> new Grant(scope, models.orElse(ALL)));
    }

    /** Whether this is enough for what a request needs. */
    public boolean allows(Need need) {
        return scope == need.scope() && models.matches(need.model());
    }

    /** As it is written. */
    public String text() {
        return models.equals(ALL) ? scope.word() : scope.word() + ":" + models.text();
    }
}
