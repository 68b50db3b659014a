package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leeway.event.Batch;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a prediction in JSON may hold, and what becomes of it. Rows without a time get that of their arrival. */
class JsonRowTest {
    static Stream<Arguments> accepted() {
        return Stream.of(
                // the whole record
                arguments(
                        "{'id':'f-0','timestamp':'2001-03-05T05:55:00Z','version':'1','features':{'distance':696.0,"
                                + "'origin':'ORD','delay':null},'prediction':0,'score':0.06457}",
                        "id=f-0 at=2001-03-05T05:55:00Z version=1 distance=696.0 origin='ORD' prediction=0.0"
                                + " score=0.06457"),
                // timestamps
                arguments("{'timestamp':983771700000,'score':0}", "at=2001-03-05T05:55:00Z score=0.0"),
                arguments("{'timestamp':983771700000.75,'score':0}", "at=2001-03-05T05:55:00Z score=0.0"),
                arguments("{'timestamp':100000000000,'score':0}", "at=1973-03-03T09:46:40Z score=0.0"),
                arguments("{'timestamp':null,'score':0}", "score=0.0"),
                arguments("{'timestamp':'2026-01-03T03:04:05Z','score':0}", "at=2026-01-03T03:04:05Z score=0.0"),
                // ids
                arguments("{'id':17,'score':0}", "id=17 score=0.0"),
                arguments("{'id':1.50,'score':0}", "id=1.50 score=0.0"),
                arguments("{'id':null,'score':0}", "score=0.0"),
                arguments("{'id':'','score':0}", "score=0.0"),
                arguments("{'id':'" + "x".repeat(256) + "','score':0}", "id=" + "x".repeat(256) + " score=0.0"),
                arguments("{'id':'" + "é".repeat(128) + "','score':0}", "id=" + "é".repeat(128) + " score=0.0"),
                // versions
                arguments("{'version':2,'score':0}", "version=2 score=0.0"),
                arguments("{'version':2.10,'score':0}", "version=2.10 score=0.0"),
                arguments("{'version':null,'score':0}", "score=0.0"),
                arguments("{'version':'','score':0}", "score=0.0"),
                // the model, if given, is the one of the path
                arguments("{'model':'m','score':0}", "score=0.0"),
                arguments("{'model':null,'score':0}", "score=0.0"),
                // features
                arguments("{'features':{'a':1,'b':-2.5e3,'c':''},'score':0}", "a=1.0 b=-2500.0 c='' score=0.0"),
                arguments(
                        "{'features':{'a':true,'b':false,'c':'True'},'score':0}",
                        "a='true' b='false' c='true' score=0.0"),
                arguments("{'features':{'a':NaN,'b':Infinity,'c':-Infinity},'score':0}", "b=other c=other score=0.0"),
                arguments(
                        "{'features':{'a':1e999,'b':123456789012345678901234567890},'score':0}",
                        "a=other b=1.2345678901234568E29 score=0.0"),
                arguments("{'features':{'a':{'x':[1]},'b':[[2]],'c':3},'score':0}", "a=other b=other c=3.0 score=0.0"),
                arguments("{'features':{'é\\u00e9\\n':'a\\\"b'},'score':0}", "éé\n='a\"b' score=0.0"),
                arguments("{'features':{},'score':0}", "score=0.0"),
                arguments("{'features':null,'score':0}", "score=0.0"),
                // answers
                arguments("{'prediction':'yes'}", "prediction='yes'"),
                arguments("{'prediction':true}", "prediction='true'"),
                arguments("{'prediction':1.5,'score':null}", "prediction=1.5"),
                arguments("{'prediction':['b','a',7,'b']}", "prediction='\uFDD0b\uFDD1a\uFDD17\uFDD1'"),
                arguments("{'prediction':[],'label':{'a':0.5}}", "prediction='\uFDD0' label='\uFDD0a\uFDD20.5\uFDD1'"),
                arguments("{'prediction':null,'score':1}", "score=1.0"),
                arguments("{'prediction':NaN,'score':1}", "score=1.0"),
                arguments("{'scores':{'a':0.25,'b':0.75,'c':null}}", "p:a=0.25 p:b=0.75 prediction='b'"),
                arguments("{'scores':{'b':0.5,'a':0.5}}", "p:b=0.5 p:a=0.5 prediction='a'"),
                arguments("{'prediction':'a','scores':{'a':0.25,'b':0.75}}", "p:a=0.25 p:b=0.75 prediction='a'"),
                arguments("{'score':0.5,'scores':{'a':0.25,'b':0.75}}", "p:a=0.25 p:b=0.75 score=0.5"),
                arguments("{'prediction':'a','scores':null}", "prediction='a'"),
                arguments("{'score':0.5,'label':1}", "score=0.5 label=1.0"),
                arguments("{'score':0.5,'label':null}", "score=0.5"),
                // of a name given twice the later stands
                arguments("{'score':0.5,'prediction':1,'prediction':null,'score':0.25}", "score=0.25"),
                arguments("{'id':'a','id':'b','version':'1','version':null,'score':0}", "id=b score=0.0"),
                arguments(
                        "{'timestamp':'bad','timestamp':983771700000,'score':7,'score':0}",
                        "at=2001-03-05T05:55:00Z score=0.0"),
                arguments("{'features':{'a':1,'a':'x','a':null},'score':0}", "score=0.0"),
                arguments("{'features':{'a':1},'features':{'b':2},'score':0}", "b=2.0 score=0.0"),
                arguments("{'scores':{'a':1},'scores':{'b':0}}", "p:b=0.0 prediction='b'"),
                arguments("{'features':7,'features':{'b':2},'score':0}", "b=2.0 score=0.0"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void isAccepted(String row, String becomes) {
        Decoded<Batch> decoded = Shown.predictions(Media.NDJSON, row.replace('\'', '"'));
        assertThat(Shown.details(decoded)).isEmpty();
        assertThat(Shown.rows(decoded.rows())).containsExactly(becomes);
    }

    /** Items of 256 characters each. */
    private static String items(int count) {
        return IntStream.range(100, 100 + count)
                .mapToObj(item -> "'" + "x".repeat(253) + item + "'")
                .collect(Collectors.joining(","));
    }

    static Stream<Arguments> rejected() {
        return Stream.of(
                arguments("{'timestamp':'yesterday','score':0}", "bad_timestamp"),
                arguments("{'timestamp':'2001-03-05T05:55:00','score':0}", "bad_timestamp"),
                arguments("{'timestamp':'','score':0}", "bad_timestamp"),
                arguments("{'timestamp':'0001-01-01T00:00:00Z','score':0}", "bad_timestamp"),
                arguments("{'timestamp':'1969-12-31T23:59:59.999Z','score':0}", "bad_timestamp"),
                arguments("{'timestamp':983771700,'score':0}", "bad_timestamp"),
                arguments("{'timestamp':99999999999,'score':0}", "bad_timestamp"),
                arguments("{'timestamp':-1,'score':0}", "bad_timestamp"),
                arguments("{'timestamp':true,'score':0}", "bad_timestamp"),
                arguments("{'timestamp':{},'score':0}", "bad_timestamp"),
                arguments("{'id':'" + "x".repeat(257) + "','score':0}", "bad_id"),
                arguments("{'id':'" + "é".repeat(129) + "','score':0}", "bad_id"),
                arguments("{'id':{},'score':0}", "bad_id"),
                arguments("{'id':'\\uD83D','score':0}", "bad_id"),
                arguments("{'model':'n','score':0}", "wrong_model"),
                arguments("{'model':[],'score':0}", "wrong_model"),
                arguments("{'version':[],'score':0}", "bad_row"),
                arguments("{'version':'*','score':0}", "bad_row"),
                arguments("{'version':'" + "x".repeat(257) + "','score':0}", "bad_row"),
                arguments("{'features':[1],'score':0}", "bad_row"),
                arguments("{'features':'a','score':0}", "bad_row"),
                arguments("{'features':{'" + "x".repeat(257) + "':1},'score':0}", "bad_row"),
                arguments("{'features':{'a':1}}", "no_prediction"),
                arguments("{}", "no_prediction"),
                arguments("{'prediction':null,'score':null}", "no_prediction"),
                arguments("{'prediction':''}", "no_prediction"),
                arguments("{'scores':{'a':null}}", "no_prediction"),
                arguments("{'prediction':[[1]],'score':0}", "no_prediction"),
                arguments("{'prediction':{'a':1}}", "no_prediction"),
                arguments("{'prediction':['" + "x".repeat(257) + "']}", "no_prediction"),
                arguments("{'prediction':['\\uFDD1']}", "no_prediction"),
                arguments("{'prediction':[" + items(65) + "]}", "no_prediction"),
                arguments("{'prediction':Infinity,'score':0}", "no_prediction"),
                arguments("{'prediction':1,'score':1.5}", "bad_score"),
                arguments("{'prediction':1,'score':-0.1}", "bad_score"),
                arguments("{'prediction':1,'score':'0.5'}", "bad_score"),
                arguments("{'prediction':1,'score':true}", "bad_score"),
                arguments("{'prediction':1,'score':Infinity}", "bad_score"),
                arguments("{'prediction':1,'scores':{'a':2}}", "bad_score"),
                arguments("{'prediction':1,'scores':{'a':'x','b':0.5}}", "bad_score"),
                arguments("{'prediction':1,'scores':[0.5]}", "bad_score"),
                arguments("{'prediction':1,'label':[[1]]}", "no_label"),
                arguments("17", "bad_row"),
                arguments("'text'", "bad_row"),
                arguments("[{'score':0}]", "bad_row"),
                arguments("null", "bad_row"),
                arguments("{'score':0", "bad_row"),
                arguments("{'score':0}}", "bad_row"),
                arguments("{'score':0} {'score':0}", "bad_row"),
                arguments("{'score':0,}", "bad_row"),
                arguments("{score:0}", "bad_row"),
                arguments("{'score':00}", "bad_row"),
                arguments("hello", "bad_row"));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void isRejectedAndItsNeighboursStand(String row, String reason) {
        String body = "{'score':0.1}\n" + row + "\n{'score':0.2}\n";
        Decoded<Batch> decoded = Shown.predictions(Media.NDJSON, body.replace('\'', '"'));
        assertThat(Shown.rejections(decoded)).containsExactly("1 " + reason);
        assertThat(Shown.rows(decoded.rows())).containsExactly("score=0.1", "score=0.2");
        assertThat(decoded.rows().features()).isEmpty();
        assertThat(decoded.origins().of(1)).isEqualTo(2);
    }

    /** C0 80: a NUL longer than it need be; ED A0 80: half a surrogate pair; F4 90 80 80: beyond U+10FFFF; F8: nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"c080", "eda080", "f4908080", "f8888080", "80", "ff", "e282", "c3"})
    void bytesThatOnlyLookLikeUtf8CostTheirRowAlone(String bytes) {
        String odd = new String(HexFormat.of().parseHex(bytes), StandardCharsets.ISO_8859_1);
        String body = "{\"score\":0}\n{\"id\":\"" + odd + "\",\"score\":0}\n{\"score\":1}";
        Decoder<Batch> decoder = Decoders.predictions(Media.NDJSON, Shown.source(Limits.withDefaults()));
        decoder.feed(body.getBytes(StandardCharsets.ISO_8859_1));
        Decoded<Batch> decoded = decoder.finish();
        assertThat(Shown.details(decoded)).containsExactly("The row is not UTF-8.");
        assertThat(Shown.rows(decoded.rows())).containsExactly("score=0.0", "score=1.0");
    }

    @Test
    void aDetailNeverHoldsAValue() {
        Decoded<Batch> decoded = Shown.predictions(
                Media.NDJSON, "{\"features\":{\"a\":secret}}\n{\"score\":\"secret\"}\n{\"timestamp\":\"secret\"}\n");
        assertThat(decoded.rejected()).isEqualTo(3);
        assertThat(Shown.details(decoded)).noneMatch(detail -> detail.contains("secret"));
    }

    @Test
    void epochSecondsAreToldApart() {
        Decoded<Batch> decoded = Shown.predictions(Media.NDJSON, "{\"timestamp\":983771700,\"score\":0}");
        assertThat(Shown.details(decoded)).containsExactly("timestamp looks like seconds: give epoch milliseconds.");
    }

    @Test
    void anUnknownFieldIsIgnoredAndCounted() {
        Decoded<Batch> decoded = Shown.predictions(
                Media.NDJSON,
                "{\"score\":0,\"host\":\"a\",\"tags\":{\"score\":7,\"x\":[1]}}\n{\"score\":1,\"host\":1}");
        assertThat(decoded.unknownFields()).isEqualTo(3);
        assertThat(Shown.rows(decoded.rows())).containsExactly("score=0.0", "score=1.0");
    }

    @Test
    void aFeatureWithoutANameIsIgnoredAndCounted() {
        Decoded<Batch> decoded = Shown.predictions(Media.NDJSON, "{\"score\":0,\"features\":{\"\":1,\"a\":2}}");
        assertThat(decoded.unknownFields()).isEqualTo(1);
        assertThat(Shown.rows(decoded.rows())).containsExactly("a=2.0 score=0.0");
    }
}
