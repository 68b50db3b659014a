package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.event.Batch;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All rows of a request go through one parser: what becomes of one must not depend on those before it. */
class RowsTogetherTest {
    private static final List<String> ROWS = List.of(
            "{'score':0.5}",
            "{'id':'a','features':{'x':1,'y':'b'},'prediction':1}  \t\r",
            "  {'features':{'y':-0.25,'z':null},'score':1,'other':[1,{'a':2}]}",
            "{'features':{'long':'" + "l".repeat(9_000) + "'},'prediction':'yes'}",
            "{'prediction':1" + " ".repeat(17_000) + "}" + " ".repeat(9_000),
            "{'id':'é','prediction':'\\u00e9'}",
            "{'score':7}",
            "{'score':0.5",
            "{'features':{'x':1,'new':",
            "{'prediction':tru}",
            "{'score':0.5}}",
            "{'score':0.5} {'score':0.5}",
            "{'score':0.5} 1",
            "{'score':0.5}" + " ".repeat(20_000) + "x",
            "{'id':'" + "i".repeat(8_100) + "','prediction':1,,}",
            "[]",
            "17",
            "1.",
            "'text",
            "null",
            "\u00e9");

    @Test
    void aRowBecomesTheSameAloneAndAmongOthers() {
        Random random = new Random(11);
        for (int i = 0; i < Effort.times(200); i++) {
            List<String> rows = random.ints(1 + random.nextInt(12), 0, ROWS.size())
                    .mapToObj(ROWS::get)
                    .map(row -> row.replace('\'', '"'))
                    .toList();
            Decoded<Batch> together = Shown.predictions(Media.NDJSON, String.join("\n", rows));
            assertThat(Shown.rejections(together)).isEqualTo(rejectionsAlone(rows));
            assertThat(Shown.details(together)).isEqualTo(detailsAlone(rows));
            assertThat(rows(together)).isEqualTo(rowsAlone(rows));
            assertThat(together.unknownFields()).isEqualTo(unknownAlone(rows));
        }
    }

    private static List<String> rejectionsAlone(List<String> rows) {
        return IntStream.range(0, rows.size())
                .boxed()
                .flatMap(index -> Shown.rejections(alone(rows.get(index))).stream()
                        .map(rejection -> rejection.replaceFirst("0", index.toString())))
                .toList();
    }

    private static List<String> detailsAlone(List<String> rows) {
        return rows.stream().flatMap(row -> Shown.details(alone(row)).stream()).toList();
    }

    private static List<List<String>> rowsAlone(List<String> rows) {
        return rows.stream().flatMap(row -> rows(alone(row)).stream()).toList();
    }

    /** Columns stand in the order in which a request first named them, which is no part of a row. */
    private static List<List<String>> rows(Decoded<Batch> decoded) {
        return Shown.rows(decoded.rows()).stream()
                .map(row -> Stream.of(row.split(" ")).sorted().toList())
                .toList();
    }

    private static long unknownAlone(List<String> rows) {
        return rows.stream().mapToLong(row -> alone(row).unknownFields()).sum();
    }

    private static Decoded<Batch> alone(String row) {
        return Shown.predictions(Media.NDJSON, row);
    }
}
