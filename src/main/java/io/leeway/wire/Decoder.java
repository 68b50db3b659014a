package io.leeway.wire;

/**
 * Turns the bytes of one request into rows. Nothing that is fed makes it fail: what cannot be read is rejected in the
 * result. Where chunks are cut does not matter. Not safe for several threads.
 *
 * @param <T> what the rows become
 */
public interface Decoder<T> {
    /** The next bytes, which may be changed again afterwards. */
    void feed(byte[] bytes, int from, int to);

    default void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    /** What the bytes held. To be called once, after the last {@link #feed}. */
    Decoded<T> finish();
}
