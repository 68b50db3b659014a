package io.leeway.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link Batch} row by row: set the cells of the row in hand in any order, then {@link #keep} it or
 * {@link #drop} it. A cell set twice in one row keeps the later value. Not safe for several threads.
 */
public final class BatchBuilder {
    private static final byte[] NO_ID = {};

    private final String model;
    private final Map<String, Integer> featureIndex = new HashMap<>();
    private final List<ValueColumnBuilder> features = new ArrayList<>();
    private final Map<String, Integer> scoreIndex = new HashMap<>();
    private final List<ValueColumnBuilder> scores = new ArrayList<>();
    private final ValueColumnBuilder versions = new ValueColumnBuilder("version");
    private final ValueColumnBuilder predictions = new ValueColumnBuilder("prediction");
    private final ValueColumnBuilder score = new ValueColumnBuilder("score");
    private final ValueColumnBuilder labels = new ValueColumnBuilder("label");
    private final IdColumnBuilder ids = new IdColumnBuilder();
    private final LongList timestamps = new LongList();
    private byte[] id = NO_ID;
    private int idLength;
    private long timestamp;
    private int row;
    private int keptFeatures;
    private int keptScores;

    public BatchBuilder(String model) {
        this.model = model;
    }

    /** The index of a feature, for the cell setters; a new feature gets a new column. */
    public int feature(String name) {
        return featureIndex.computeIfAbsent(name, n -> {
            features.add(new ValueColumnBuilder(n));
            return features.size() - 1;
        });
    }

    /** How many different features have been named so far. */
    public int features() {
        return features.size();
    }

    /** NaN is missing, an infinite number is {@link ValueKind#OTHER}. */
    public void featureNumber(int feature, double value) {
        features.get(feature).number(row, value);
    }

    public void featureText(int feature, String value) {
        features.get(feature).text(row, value);
    }

    /** A text that stands in an array, which may change afterwards. */
    public void featureText(int feature, char[] chars, int from, int length) {
        features.get(feature).text(row, chars, from, length);
    }

    /** A value that is neither number nor text. */
    public void featureOther(int feature) {
        features.get(feature).other(row);
    }

    public void featureMissing(int feature) {
        features.get(feature).clear(row);
    }

    public void id(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        id(bytes, bytes.length);
    }

    /** UTF-8 at the beginning of an array, which may change once the row is kept or dropped. */
    public void id(byte[] utf8, int length) {
        id = utf8;
        idLength = length;
    }

    /** Epoch milliseconds. */
    public void timestamp(long value) {
        timestamp = value;
    }

    public void version(String value) {
        versions.text(row, value);
    }

    public void predictionNumber(double value) {
        predictions.number(row, value);
    }

    public void predictionText(String value) {
        predictions.text(row, value);
    }

    /** The probability of the positive class. */
    public void score(double value) {
        score.number(row, value);
    }

    /** The probability of one class. */
    public void score(String category, double value) {
        score(scoreClass(category), value);
    }

    /** The probability of one class, by the index of its column. */
    public void score(int scoreClass, double value) {
        scores.get(scoreClass).number(row, value);
    }

    /** The index of a class's column of probabilities; a new class gets a new one. */
    public int scoreClass(String category) {
        return scoreIndex.computeIfAbsent(category, name -> {
            scores.add(new ValueColumnBuilder(name));
            return scores.size() - 1;
        });
    }

    /** How many classes have been given a probability so far. */
    public int classes() {
        return scores.size();
    }

    /** Forgets the probabilities of the row in hand's classes. */
    public void classesMissing() {
        scores.forEach(column -> column.clear(row));
    }

    public void labelNumber(double value) {
        labels.number(row, value);
    }

    public void labelText(String value) {
        labels.text(row, value);
    }

    /** Whether the row in hand has a prediction or a score: without either it says nothing. */
    public boolean answered() {
        return predictions.present(row)
                || score.present(row)
                || scores.stream().anyMatch(column -> column.present(row));
    }

    /** The row in hand predicts the class it gave the greatest probability, of equal ones the first by name. */
    public void predictMostProbable() {
        if (predictions.present(row) || score.present(row)) {
            return;
        }
        scores.stream()
                .filter(column -> column.present(row))
                .max(Comparator.<ValueColumnBuilder>comparingDouble(column -> column.number(row))
                        .thenComparing(ValueColumnBuilder::name, Comparator.reverseOrder()))
                .ifPresent(likeliest -> predictionText(likeliest.name()));
    }

    /** The row in hand stands; the next begins. A row without a version is of version {@code default}. */
    public void keep() {
        if (!versions.present(row)) {
            versions.text(row, "default");
        }
        ids.add(id, idLength);
        timestamps.add(timestamp);
        row++;
        id(NO_ID, 0);
        keptFeatures = features.size();
        keptScores = scores.size();
    }

    /** Forgets the cells of the row in hand, and the columns that only it has named. */
    public void drop() {
        forget(features, featureIndex, keptFeatures);
        forget(scores, scoreIndex, keptScores);
        features.forEach(column -> column.clear(row));
        classesMissing();
        versions.clear(row);
        predictions.clear(row);
        score.clear(row);
        labels.clear(row);
        id(NO_ID, 0);
    }

    /** Keeps a row of another batch as it is there. */
    public void keep(Batch source, int sourceRow) {
        id(source.ids().bytes(sourceRow), source.ids().length(sourceRow));
        timestamp = source.timestamps()[sourceRow];
        versions.copy(row, source.versions(), sourceRow);
        source.features().forEach(column -> features.get(feature(column.name())).copy(row, column, sourceRow));
        source.scores().forEach(column -> scores.get(scoreClass(column.name())).copy(row, column, sourceRow));
        predictions.copy(row, source.predictions(), sourceRow);
        score.copy(row, source.score(), sourceRow);
        labels.copy(row, source.labels(), sourceRow);
        keep();
    }

    /** Rows kept so far. */
    public int size() {
        return row;
    }

    public Batch build() {
        return new Batch(
                model,
                timestamps.toArray(),
                ids.build(),
                versions.build(row),
                features.stream().map(column -> column.build(row)).toList(),
                predictions.build(row),
                score.build(row),
                scores.stream().map(column -> column.build(row)).toList(),
                labels.build(row));
    }

    private static void forget(List<ValueColumnBuilder> columns, Map<String, Integer> index, int kept) {
        if (columns.size() > kept) {
            columns.subList(kept, columns.size()).clear();
            index.values().removeIf(column -> column >= kept);
        }
    }
}
