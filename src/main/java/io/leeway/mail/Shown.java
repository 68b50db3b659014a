package io.leeway.mail;

import io.leeway.alert.Evidence;
import io.leeway.alert.Finding;
import io.leeway.alert.Member;
import io.leeway.notify.Causes;
import io.leeway.notify.Exhibit;
import io.leeway.notify.Letter;
import java.util.List;
import java.util.Optional;

/**
 * What a mail shows beside its words.
 *
 * @param causes what the data say of the likely cause
 * @param rows a line of a table for each member, worst first
 */
record Shown(Optional<Picture> picture, List<String> causes, List<Row> rows) {
    static final Shown NOTHING = new Shown(Optional.empty(), List.of(), List.of());

    private static final String NONE = "–";
    private static final int MOST_ROWS = 20;

    Shown {
        causes = List.copyOf(causes);
        rows = List.copyOf(rows);
    }

    static Shown of(Letter letter, Optional<Exhibit> exhibit, Story.Tone tone) {
        List<Row> rows = letter.incident().span().members().stream()
                .limit(MOST_ROWS)
                .map(member -> row(member, letter.incident().model()))
                .toList();
        boolean looked = !letter.receiver().email().isEmpty();
        return new Shown(
                exhibit.filter(it -> looked).flatMap(it -> Picture.of(it, tone)),
                Causes.of(letter.incident(), exhibit),
                rows);
    }

    private static Row row(Member member, String model) {
        Finding worst = member.episode().worst();
        Optional<Evidence> found = worst.evidence().stream().findFirst();
        return new Row(
                member.name().isEmpty() ? model : member.name(),
                found.map(it -> Words.figure(it.what())).orElse(""),
                found.map(it -> Words.value(it.what(), it.value())).orElse(NONE),
                found.map(it -> Words.value(it.what(), it.limit())).orElse(NONE),
                found.flatMap(it -> baseline(it, worst)).orElse(NONE),
                Long.toString(worst.n()),
                Words.day(member.episode().since()));
    }

    private static Optional<String> baseline(Evidence evidence, Finding finding) {
        return Optional.ofNullable(finding.figures().get("baseline." + evidence.what()))
                .map(value -> Words.value(evidence.what(), value));
    }

    /** A member's worst window. */
    record Row(String member, String figure, String value, String limit, String baseline, String n, String since) {}
}
