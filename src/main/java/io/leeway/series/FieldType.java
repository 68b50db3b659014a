package io.leeway.series;

/** The type of a field; it never varies, for InfluxDB 1.x loses a field whose type changes between two of its shards. */
public enum FieldType {
    NUMBER(Double.class),
    COUNT(Long.class),
    TEXT(String.class);

    private final Class<?> javaType;

    FieldType(Class<?> javaType) {
        this.javaType = javaType;
    }

    boolean holds(Object value) {
        return javaType.isInstance(value) && !(value instanceof Double number && !Double.isFinite(number));
    }
}
