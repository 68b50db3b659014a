package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.event.Batch;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void reservedNamesAreFieldsAndEveryOtherColumnIsAFeature() {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, """
                id,timestamp,model,version,prediction,score,label,hour,features
                a,2001-03-05T05:55:00Z,m,2,1,0.75,0,5,x
                """);
        assertThat(Shown.rows(decoded.rows()))
                .containsExactly("id=a at=2001-03-05T05:55:00Z version=2 hour=5.0 features='x' prediction=1.0"
                        + " score=0.75 label=0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "NaN", "null", "\"\"", "\"NA\""})
    void isMissing(String cell) {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, "a,score\n" + cell + ",0\n");
        assertThat(Shown.rows(decoded.rows())).containsExactly("score=0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "0, a=0.0",
        "-0, a=0.0",
        "1.5, a=1.5",
        "-1e3, a=-1000.0",
        "1E+2, a=100.0",
        "1e999, a=other",
        "02139, a='02139'",
        "+1, a='+1'",
        "1., a='1.'",
        ".5, a='.5'",
        "1e, a='1e'",
        "1e+, a='1e+'",
        "-, a='-'",
        "1.5x, a='1.5x'",
        "0x10, a='0x10'",
        "1_000, a='1_000'",
        "Infinity, a='Infinity'",
        "nan, a='nan'",
        "True, a='true'",
        "False, a='false'",
        "é, a='é'"
    })
    void aCellIsANumberExactlyWhenItIsOneInJson(String cell, String becomes) {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, "a,score\n" + cell + ",0\n");
        assertThat(Shown.rows(decoded.rows())).containsExactly(becomes + " score=0.0");
    }

    @Test
    void quotedCellsHoldCommasLineEndsAndQuotes() {
        Decoded<Batch> decoded =
                Shown.predictions(Media.CSV, "\"a,b\",score\r\n\"x, \"\"y\"\"\r\nz\",0\r\n\" q\",\"1\"\r\nr\"r,0\r\n");
        assertThat(Shown.rows(decoded.rows()))
                .containsExactly("a,b='x, \"y\"\r\nz' score=0.0", "a,b=' q' score=1.0", "a,b='r\"r' score=0.0");
    }

    @Test
    void aByteOrderMarkBlankLinesAndAMissingLastLineEndAreTolerated() {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, "\uFEFFscore,a\n\n0,1\n\r\n\n1,2");
        assertThat(Shown.rows(decoded.rows())).containsExactly("a=1.0 score=0.0", "a=2.0 score=1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF\"a\",score\n1,0\n", "\uFEFFa,\"score\"\n1,0\n", "a,score\n1,0\n"})
    void aByteOrderMarkBelongsToNoName(String body) {
        assertThat(Shown.rows(Shown.predictions(Media.CSV, body).rows())).containsExactly("a=1.0 score=0.0");
    }

    @Test
    void aNameThatOnlyBeginsLikeAByteOrderMarkIsKept() {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, "\uFEFB,score\n\uFEFF1,0\n");
        assertThat(Shown.rows(decoded.rows())).containsExactly("\uFEFB='\uFEFF1' score=0.0");
    }

    @Test
    void behindAHeaderThatIsRefusedNothingIsCounted() {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, "a,a\n\"x\"y,0\n");
        assertThat(decoded.unreadable()).isPresent();
        assertThat(decoded.received()).isZero();
    }

    @Test
    void aColumnWithoutANameIsIgnoredAndCounted() {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, ",score\n0,0.5\n1,0.5\n");
        assertThat(Shown.rows(decoded.rows())).containsExactly("score=0.5", "score=0.5");
        assertThat(decoded.unknownFields()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"1|bad_row", "1,2,3|bad_row", "\"x\"y,0|bad_row", "1,|no_prediction", "1,2|bad_score"})
    void isRejectedAndItsNeighboursStand(String row, String reason) {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, "a,score\n7,0\n" + row + "\n8,1\n");
        assertThat(Shown.rejections(decoded)).containsExactly("1 " + reason);
        assertThat(Shown.rows(decoded.rows())).containsExactly("a=7.0 score=0.0", "a=8.0 score=1.0");
    }

    @Test
    void aQuoteNeverClosedCostsTheRestAndSaysSo() {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, "a,score\n7,0\n\"8,1\n9,1\n");
        assertThat(Shown.rows(decoded.rows())).containsExactly("a=7.0 score=0.0");
        assertThat(Shown.details(decoded)).containsExactly("A quote is opened in this row and never closed.");
    }

    @Test
    void aRowThatIsNotUtf8IsRejected() {
        Decoder<Batch> decoder = Decoders.predictions(Media.CSV, Shown.source(Limits.withDefaults()));
        decoder.feed("a,score\n\u00e9,0\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Shown.rejections(decoder.finish())).containsExactly("0 bad_row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "a;b;c\n1;2;3\n", "a\tscore\n1\t0\n", "\"a,score\n1,0\n", "\"a\"b,score\n1,0\n"})
    void withoutAHeaderNothingIsRead(String body) {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, body);
        assertThat(decoded.unreadable()).isPresent();
        assertThat(decoded.received()).isZero();
    }

    @Test
    void aNameGivenToTwoColumnsIsRefusedSinceOneOfThemWouldBeLost() {
        assertThat(Shown.predictions(Media.CSV, "a,b,a,score\n1,2,3,0\n").unreadable())
                .contains("Two columns are named a: give each a name of its own.");
        assertThat(Shown.predictions(Media.CSV, ",a,,score\n1,2,3,0\n").unreadable())
                .isEmpty();
    }

    @Test
    void aHeaderAloneIsNoRow() {
        Decoded<Batch> decoded = Shown.predictions(Media.CSV, "a,score\n");
        assertThat(decoded.unreadable()).isEmpty();
        assertThat(decoded.received()).isZero();
    }
}
