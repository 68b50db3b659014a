package io.leeway.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leeway.catalog.FalseAlarms;
import io.leeway.catalog.Problem;
import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.ReferenceTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is watched: references, false alarms, segments. */
final class WatchingReader {
    private final SettingsDraft draft;
    private final List<Problem> problems;

    WatchingReader(SettingsDraft draft, List<Problem> problems) {
        this.draft = draft;
        this.problems = problems;
    }

    void falseAlarms(JsonParser parser, String path) throws IOException {
        Optional<FalseAlarms> budget = text(parser).flatMap(FalseAlarms::parse);
        if (budget.isPresent()) {
            draft.falseAlarms = budget;
        } else {
            wrong(parser, path, "must be how many in what time, for example \"1 per 30d\".");
        }
    }

    void references(JsonParser parser, String path) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrong(parser, path, "must be a list, for example [\"baseline\",\"seasonal 8\"].");
            return;
        }
        List<ReferenceRule> references = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            Optional<ReferenceRule> reference = text(parser).flatMap(ReferenceTexts::parse);
            reference.ifPresent(references::add);
            if (reference.isEmpty()) {
                wrong(
                        parser,
                        path + "[" + i + "]",
                        "must be " + ReferenceTexts.FORMS + ", at most 100 windows or 52 weeks.");
            }
        }
        draft.references = references;
    }

    void segments(JsonParser parser, String path) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrong(parser, path, "must be a list of features, for example [\"country\"].");
            return;
        }
        List<String> segments = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            Optional<String> feature = text(parser);
            feature.ifPresent(segments::add);
            if (feature.isEmpty()) {
                wrong(parser, path + "[" + i + "]", "must be the name of a feature.");
            }
        }
        draft.segments = segments;
    }

    private static Optional<String> text(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? Optional.of(parser.getText()) : Optional.empty();
    }

    private void wrong(JsonParser parser, String path, String sentence) throws IOException {
        parser.skipChildren();
        problems.add(new Problem(path, sentence));
    }
}
