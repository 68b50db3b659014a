package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Arrays;

/**
 * How several numbers of a row go together: the sums of each and of the products of each two. Numbers are standardised and
 * counted in steps of 1/{@value #STEPS}, kept within {@value #FARTHEST} of 0, so all sums are whole and exact: merged in any
 * order they are the same. A sum holds up to 1e11 rows. Not safe for several threads.
 */
public final class JointSums {
    /** A step is far below any error of a mean or a correlation that matters. */
    public static final int STEPS = 1024;

    /** Beyond it one row would count for a thousand: a correlation is to tell of many. */
    public static final int FARTHEST = 8;

    private static final int VERSION = 1;

    private final int size;
    private final long[] sums;
    private final long[] products;
    private long n;

    /**
     * Of no row.
     *
     * @param size how many numbers a row has
     */
    public JointSums(int size) {
        this.size = size;
        this.sums = new long[size];
        this.products = new long[size * (size + 1) / 2];
    }

    /** The step in which a standardised number is counted. */
    public static int step(double standardised) {
        return (int) Math.rint(STEPS * Math.max(-FARTHEST, Math.min(FARTHEST, standardised)));
    }

    /** Counts a row, given in steps. */
    public void add(int[] steps) {
        n++;
        int at = 0;
        for (int i = 0; i < size; i++) {
            long one = steps[i];
            sums[i] += one;
            for (int j = 0; j <= i; j++) {
                products[at++] += one * steps[j];
            }
        }
    }

    /** Adds all rows of others of the same size. */
    public void merge(JointSums others) {
        n += others.n;
        addTo(sums, others.sums, 1);
        addTo(products, others.products, 1);
    }

    /** All rows but those of a part. */
    public JointSums without(JointSums part) {
        JointSums rest = new JointSums(size);
        rest.merge(this);
        rest.n -= part.n;
        addTo(rest.sums, part.sums, -1);
        addTo(rest.products, part.products, -1);
        return rest;
    }

    public long n() {
        return n;
    }

    public int size() {
        return size;
    }

    /** The mean of a number; of at least one row. */
    public double mean(int i) {
        return sums[i] / (double) STEPS / n;
    }

    /** The mean of the product of two numbers; of at least one row. */
    public double meanProduct(int i, int j) {
        int high = Math.max(i, j);
        return products[high * (high + 1) / 2 + Math.min(i, j)] / ((double) STEPS * STEPS) / n;
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).count(size).count(n);
        for (long sum : sums) {
            out.whole(sum);
        }
        for (long product : products) {
            out.whole(product);
        }
    }

    public static JointSums read(ByteReader in) {
        int unused = in.version("joint sums", VERSION);
        JointSums read = new JointSums((int) in.count());
        read.n = in.count();
        Arrays.setAll(read.sums, i -> in.whole());
        Arrays.setAll(read.products, i -> in.whole());
        return read;
    }

    private static void addTo(long[] sums, long[] others, int sign) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += sign * others[i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JointSums joint
                && n == joint.n
                && Arrays.equals(sums, joint.sums)
                && Arrays.equals(products, joint.products);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }
}
