package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.event.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelRowsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'a','label':0,'timestamp':'2001-03-05T07:24:31Z'} | a 2001-03-05T07:24:31Z 0.0",
                "{'id':'a','model':'m','label':'yes'} | a 2026-01-02T03:04:05Z 'yes'",
                "{'id':7,'label':true} | 7 2026-01-02T03:04:05Z 'true'",
                "{'label':1,'id':'a','label':'b'} | a 2026-01-02T03:04:05Z 'b'",
                "{'label':'b','id':'a','label':2.5} | a 2026-01-02T03:04:05Z 2.5",
                "{'id':'a','label':[]} | a 2026-01-02T03:04:05Z '\uFDD0'",
                "{'id':'a','label':['x',7,'x']} | a 2026-01-02T03:04:05Z '\uFDD0x\uFDD17\uFDD1'",
                "{'id':'a','label':{'x':1,'y':2.5,'z':0}} | a 2026-01-02T03:04:05Z"
                        + " '\uFDD0x\uFDD1y\uFDD22.5\uFDD1z\uFDD20.0\uFDD1'"
            })
    void isAccepted(String row, String becomes) {
        Decoded<Labels> decoded = Shown.labels(Media.NDJSON, row.replace('\'', '"'));
        assertThat(Shown.details(decoded)).isEmpty();
        assertThat(Shown.rows(decoded.rows())).containsExactly(becomes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'label':0} | no_id",
                "{'id':'','label':0} | no_id",
                "{'id':'b'} | no_label",
                "{'id':'b','label':null} | no_label",
                "{'id':'b','label':NaN} | no_label",
                "{'id':'b','label':''} | no_label",
                "{'id':'b','label':[[0]]} | no_label",
                "{'id':'b','label':['']} | no_label",
                "{'id':'b','label':[null]} | no_label",
                "{'id':'b','label':{'x':-1}} | no_label",
                "{'id':'b','label':{'x':'much'}} | no_label",
                "{'id':'b','label':Infinity} | no_label",
                "{'id':[],'label':0} | bad_id",
                "{'id':'b','label':0,'timestamp':5} | bad_timestamp",
                "{'id':'b','label':0,'model':'n'} | wrong_model",
                "broken | bad_row"
            })
    void isRejectedAndItsNeighboursStand(String row, String reason) {
        String body = "{'id':'a','label':1}\n" + row + "\n{'id':'c','label':2}\n";
        Decoded<Labels> decoded = Shown.labels(Media.NDJSON, body.replace('\'', '"'));
        assertThat(Shown.rejections(decoded)).containsExactly("1 " + reason);
        assertThat(decoded.rows().size()).isEqualTo(2);
        assertThat(decoded.rows().ids().text(1)).isEqualTo("c");
    }

    @Test
    void whatIsNoPartOfALabelIsIgnoredAndCounted() {
        Decoded<Labels> json = Shown.labels(
                Media.NDJSON, "{\"id\":\"a\",\"label\":1,\"features\":{\"x\":1},\"scores\":{\"y\":1},\"score\":9}");
        assertThat(json.unknownFields()).isEqualTo(3);
        Decoded<Labels> csv = Shown.labels(Media.CSV, "id,label,score,x\na,1,9,2\n");
        assertThat(csv.unknownFields()).isEqualTo(2);
        assertThat(Shown.rows(csv.rows())).isEqualTo(Shown.rows(json.rows()));
    }
}
