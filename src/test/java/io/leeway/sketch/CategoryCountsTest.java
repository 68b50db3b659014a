package io.leeway.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryCountsTest {
    private static final Set<String> KEEP = Set.of("c1", "c2", "c1500");

    @Test
    void upToTheLimitEveryCategoryIsExact() {
        CategoryCounts counts = count(categories(CategoryCounts.MOST));
        assertThat(counts.collapsed()).isFalse();
        assertThat(counts.categories()).hasSize(1000).containsEntry("c0", 1L);
        assertThat(counts.singletons()).isEqualTo(1000);
    }

    @Test
    void beyondTheLimitOnlyKeptCategoriesAreToldApart() {
        CategoryCounts counts = count(categories(2000));
        assertThat(counts.categories()).isEqualTo(Map.of("c1", 1L, "c2", 1L, "c1500", 1L));
        assertThat(counts.other()).isEqualTo(1997);
        assertThat(counts.total()).isEqualTo(2000);
        assertThat(counts.count("c7")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 999, 1000, 1001, 3000})
    void countsAreAFunctionOfWhatCame(int different) {
        List<String> all = new ArrayList<>(categories(different));
        all.addAll(categories(different / 2));
        byte[] inOrder = bytes(count(all));
        Random random = new Random(different);
        for (int trial = 0; trial < 5; trial++) {
            Collections.shuffle(all, random);
            int cut = random.nextInt(all.size());
            CategoryCounts left = count(all.subList(0, cut));
            CategoryCounts right = count(all.subList(cut, all.size()));
            left.merge(right);
            assertThat(bytes(left)).isEqualTo(inOrder);
        }
    }

    @Test
    void aHundredThousandCategoriesStaySmall() {
        CategoryCounts counts = count(categories(100_000));
        assertThat(counts.total()).isEqualTo(100_000);
        assertThat(bytes(counts)).hasSizeLessThan(100);
    }

    @Test
    void bytesKeepEveryCount() {
        for (int different : new int[] {0, 3, 2000}) {
            CategoryCounts counts = count(categories(different));
            CategoryCounts read = CategoryCounts.read(new ByteReader(bytes(counts)));
            assertThat(read.categories()).isEqualTo(counts.categories());
            assertThat(read.other()).isEqualTo(counts.other());
        }
    }

    private static List<String> categories(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    }

    private static CategoryCounts count(List<String> categories) {
        CategoryCounts counts = new CategoryCounts();
        categories.forEach(category -> counts.add(category, 1, KEEP));
        return counts;
    }

    private static byte[] bytes(CategoryCounts counts) {
        ByteWriter out = new ByteWriter();
        counts.write(out);
        return out.toByteArray();
    }
}
