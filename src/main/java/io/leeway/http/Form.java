package io.leeway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small JSON object that somebody sends; what is wrong with it is an {@link HttpProblem} that says what to give. */
final class Form {
    private static final int LONGEST = 1000;

    private final JsonObject json;

    private Form(JsonObject json) {
        this.json = json;
    }

    /** The object, if it has no other members than these. */
    static Form read(Buffer body, Set<String> members) {
        JsonObject json = object(body);
        json.fieldNames().stream()
                .filter(name -> !members.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw HttpProblem.badRequest(
                            name + " is not known here; there is " + String.join(", ", members) + ".");
                });
        return new Form(json);
    }

    /** A text; empty if it is not there. */
    String text(String name) {
        Object value = json.getValue(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text && text.length() <= LONGEST) {
            return text;
        }
        throw HttpProblem.badRequest(name + " must be a text of at most " + LONGEST + " characters.");
    }

    Optional<Instant> time(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw HttpProblem.badRequest(name + " must be a time such as 2026-11-22T09:00:00Z, not " + text + ".");
        }
    }

    /** An object whose values are texts or lists of texts. */
    Map<String, List<String>> texts(String name) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (json.getValue(name) instanceof JsonObject object) {
            object.forEach(entry -> all.put(entry.getKey(), list(name + "." + entry.getKey(), entry.getValue())));
            return all;
        }
        throw HttpProblem.badRequest(name + " must be an object such as {\"model\":\"credit-*\"}.");
    }

    private static List<String> list(String name, Object value) {
        List<String> texts = new ArrayList<>();
        for (Object each : value instanceof JsonArray list ? list : new JsonArray().add(value)) {
            if (!(each instanceof String text) || text.length() > LONGEST) {
                throw HttpProblem.badRequest(name + " must be a text or a list of texts.");
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            throw HttpProblem.badRequest(name + " must not be an empty list.");
        }
        return texts;
    }

    private static JsonObject object(Buffer body) {
        try {
            return new JsonObject(body.length() == 0 ? Buffer.buffer("{}") : body);
        } catch (DecodeException | ClassCastException e) {
            throw HttpProblem.badRequest("The body must be a JSON object.");
        }
    }
}
