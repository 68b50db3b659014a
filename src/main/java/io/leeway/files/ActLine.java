package io.leeway.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.leeway.access.Act;
import io.leeway.access.Token;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** An act as one line of JSON; whatever names hold, it stays one line. */
final class ActLine {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ActLine() {}

    static String of(Act act) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("time", act.time().toString());
            Optional<Token> token = act.actor().token();
            out.writeStringField("token", token.map(Token::id).orElse(null));
            out.writeStringField("name", token.map(Token::name).orElse(null));
            out.writeStringField("address", act.actor().address());
            out.writeStringField("what", act.what());
            out.writeStringField("subject", act.subject());
            out.writeStringField("outcome", act.outcome().name().toLowerCase(Locale.ROOT));
            out.writeStringField("detail", act.detail());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        }
        return text.toString();
    }
}
