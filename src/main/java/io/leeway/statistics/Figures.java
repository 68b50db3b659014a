package io.leeway.statistics;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/**
 * Named figures in a fixed order. A figure that does not exist (0/0, an empty sample) is absent: putting NaN or an
 * infinite number puts nothing. Names are those of the interface: {@code psi}, {@code roc_auc}.
 */
public final class Figures {
    private final Map<String, Double> values = new LinkedHashMap<>();

    /** Adds a figure if it exists. */
    @CanIgnoreReturnValue
    public Figures put(String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        }
        return this;
    }

    /** Adds a figure if it exists. */
    @CanIgnoreReturnValue
    public Figures put(String name, OptionalDouble value) {
        value.ifPresent(number -> put(name, number));
        return this;
    }

    /** Adds all figures of another. */
    @CanIgnoreReturnValue
    public Figures putAll(Figures others) {
        values.putAll(others.values);
        return this;
    }

    public OptionalDouble get(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public int size() {
        return values.size();
    }

    public void forEach(BiConsumer<String, Double> visitor) {
        values.forEach(visitor);
    }

    public Map<String, Double> asMap() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figures figures && values.equals(figures.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
