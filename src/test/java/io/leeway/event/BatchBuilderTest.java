package io.leeway.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchBuilderTest {
    private final BatchBuilder builder = new BatchBuilder("m");

    @Test
    void aDroppedRowLeavesNoColumnBehind() {
        builder.featureNumber(builder.feature("kept"), 1);
        builder.score("a", 0.5);
        builder.keep();
        builder.featureNumber(builder.feature("kept"), 2);
        builder.featureNumber(builder.feature("dropped"), 3);
        builder.score("b", 0.5);
        builder.drop();
        Batch batch = builder.build();
        assertThat(batch.features()).extracting(ValueColumn::name).containsExactly("kept");
        assertThat(batch.scores()).extracting(ValueColumn::name).containsExactly("a");
    }

    @Test
    void aColumnNamedAgainAfterADropIsNew() {
        builder.featureNumber(builder.feature("a"), 1);
        builder.drop();
        builder.featureNumber(builder.feature("b"), 2);
        builder.featureNumber(builder.feature("a"), 3);
        builder.keep();
        assertThat(builder.build().features())
                .extracting(column -> column.name() + column.number(0))
                .containsExactly("b2.0", "a3.0");
    }
}
