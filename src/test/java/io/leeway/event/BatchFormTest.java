package io.leeway.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches and labels come back from their bytes as they were. */
class BatchFormTest {
    private static final String HALF_A_PAIR = "\uD83D";

    /** A row's time, the length of its id and the code of its version. */
    private static final int ROW = 3;

    @Test
    void everyKindOfCellComesBack() {
        BatchBuilder batch = new BatchBuilder("m");
        int feature = batch.feature("x");
        batch.id("ä\u0000");
        batch.timestamp(-1);
        batch.featureNumber(feature, -0.0);
        batch.predictionText("True");
        batch.score("yes", 0.25);
        batch.labelNumber(3);
        batch.keep();
        batch.timestamp(Long.MAX_VALUE);
        batch.version("2");
        batch.featureText(feature, "");
        batch.predictionNumber(1);
        batch.score(0.5);
        batch.labelText("yes");
        batch.keep();
        batch.featureOther(feature);
        batch.predictionNumber(Double.POSITIVE_INFINITY);
        batch.keep();
        batch.featureNumber(feature, Double.NaN);
        batch.keep();
        Batch before = batch.build();
        assertThat(cells(again(before))).isEqualTo(cells(before));
        assertThat(again(before).timestamps()).containsExactly(before.timestamps());
        assertThat(again(before).ids().text(0)).isEqualTo("ä\u0000");
        assertThat(again(before).ids().present(1)).isFalse();
    }

    /** Of a journal most bytes are numbers: what they are told apart by must cost next to nothing. */
    @Test
    void aColumnOfNumbersTakesEightBytesARow() {
        assertThat(length(numbers(1_000)) - length(numbers(900))).isEqualTo(100 * (8 + ROW));
    }

    @Test
    void anEmptyBatchComesBack() {
        assertThat(again(new BatchBuilder("m").build()).size()).isZero();
    }

    @Test
    void whatReplacedTextsLeftInTheDictionaryDoesNoHarm() {
        BatchBuilder batch = new BatchBuilder("m");
        batch.featureText(batch.feature("x"), "dropped");
        batch.predictionNumber(1);
        batch.drop();
        batch.featureText(batch.feature("x"), "replaced");
        batch.featureText(batch.feature("x"), "kept");
        batch.predictionNumber(1);
        batch.keep();
        Batch built = batch.build();
        assertThat(cells(again(built))).isEqualTo(cells(built));
    }

    /** A text that UTF-8 cannot hold would be one category now and another after a restart. */
    @Test
    void halfASurrogatePairIsTheSameBeforeAndBehindTheJournal() {
        BatchBuilder batch = new BatchBuilder("m");
        batch.featureText(batch.feature("x" + HALF_A_PAIR), HALF_A_PAIR);
        batch.version(HALF_A_PAIR);
        batch.predictionText("?");
        batch.keep();
        batch.predictionText(HALF_A_PAIR);
        batch.keep();
        Batch built = batch.build();
        assertThat(cells(built)).isEqualTo(cells(again(built)));
        assertThat(built.predictions().texts()).containsExactly("?");
    }

    @Test
    void labelsComeBack() {
        LabelsBuilder labels = new LabelsBuilder("m");
        labels.add("a", 0.1, 5);
        labels.add("b", "True", -5);
        ByteWriter out = new ByteWriter();
        labels.build().write(out);
        Labels again = Labels.read(new ByteReader(out.toByteArray()));
        assertThat(again.model()).isEqualTo("m");
        assertThat(again.timestamps()).containsExactly(5, -5);
        assertThat(again.ids().text(1)).isEqualTo("b");
        assertThat(again.labels().number(0)).isEqualTo(0.1);
        assertThat(again.labels().category(1)).contains("true");
    }

    /** Damage is found or harmless; it never ends in another exception or in a huge array. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedBytesAreMalformedOrAnotherBatch(long seed) {
        Random random = new Random(seed);
        BatchBuilder rows = new BatchBuilder("m");
        for (int row = 0; row < 20; row++) {
            rows.id("id" + row);
            rows.featureText(rows.feature("x"), "t" + row % 3);
            rows.predictionNumber(row);
            rows.keep();
        }
        ByteWriter out = new ByteWriter();
        rows.build().write(out);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = out.toByteArray();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertThat(Batch.read(new ByteReader(damaged)).size()).isLessThanOrEqualTo(damaged.length);
            } catch (MalformedBytesException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "-0.0, 0",
        "0.5, 0.5",
        "1e15, 1000000000000000",
        "9007199254740992, 9007199254740992",
        "1e300, 1.0E300",
        "-3, -3"
    })
    void aNumberIsACategory(double number, String category) {
        assertThat(Categories.of(number)).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.0, 1.0", "True, true", "true, true", "False, false", "TRUE, TRUE", "'', ''"})
    void aTextIsACategory(String text, String category) {
        assertThat(Categories.of(text)).isEqualTo(category);
    }

    @Test
    void numberTextAndBooleanOfOneCategoryAreOne() {
        BatchBuilder batch = new BatchBuilder("m");
        batch.predictionNumber(1.0);
        batch.keep();
        batch.predictionText("1");
        batch.keep();
        ValueColumn predictions = batch.build().predictions();
        assertThat(predictions.category(0)).isEqualTo(predictions.category(1));
    }

    /** Rows a millisecond apart, without an id. */
    private static Batch numbers(int rows) {
        BatchBuilder batch = new BatchBuilder("m");
        for (int row = 0; row < rows; row++) {
            batch.timestamp(row);
            batch.predictionNumber(row);
            batch.keep();
        }
        return batch.build();
    }

    private static int length(Batch batch) {
        ByteWriter out = new ByteWriter();
        batch.write(out);
        return out.size();
    }

    private static Batch again(Batch batch) {
        ByteWriter out = new ByteWriter();
        batch.write(out);
        ByteReader in = new ByteReader(out.toByteArray());
        Batch read = Batch.read(in);
        assertThat(in.left()).isZero();
        return read;
    }

    private static List<String> cells(Batch batch) {
        List<ValueColumn> columns = new ArrayList<>(batch.features());
        columns.addAll(batch.scores());
        columns.addAll(List.of(batch.versions(), batch.predictions(), batch.score(), batch.labels()));
        List<String> cells = new ArrayList<>();
        for (ValueColumn column : columns) {
            for (int row = 0; row < batch.size(); row++) {
                cells.add(column.name() + " " + column.kind(row) + " " + column.number(row) + " "
                        + column.category(row).orElse("-"));
            }
        }
        return cells;
    }
}
