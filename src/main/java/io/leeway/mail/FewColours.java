package io.leeway.mail;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/** The same image with a palette of at most 256 colours, which takes half the bytes; nothing is dithered. */
final class FewColours {
    private static final int MOST = 256;
    /** Four bits of each of three colours. */
    private static final int COARSE = 1 << 12;

    private final int[] palette = new int[MOST];
    private final short[] indexes = new short[COARSE];
    private int size;

    private FewColours() {
        Arrays.fill(indexes, (short) -1);
    }

    /**
     * The image itself where it has too many colours.
     *
     * @param image of {@link BufferedImage#TYPE_INT_RGB}, whose pixels are read where they lie
     */
    static BufferedImage of(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] indexed = new byte[pixels.length];
        FewColours colours = new FewColours();
        int index = -1;
        for (int i = 0; i < pixels.length; i++) {
            index = i > 0 && pixels[i] == pixels[i - 1] ? index : colours.index(pixels[i]);
            if (index < 0) {
                return image;
            }
            indexed[i] = (byte) index;
        }
        BufferedImage few = new BufferedImage(
                image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours.model());
        few.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), indexed);
        return few;
    }

    /** Colours that differ little are one; negative when there is room for no more. */
    private int index(int colour) {
        int coarse = (colour >> 12 & 0xF00) | (colour >> 8 & 0xF0) | (colour >> 4 & 0xF);
        if (indexes[coarse] < 0 && size < MOST) {
            palette[size] = colour;
            indexes[coarse] = (short) size++;
        }
        return indexes[coarse];
    }

    private IndexColorModel model() {
        return new IndexColorModel(8, size, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    }
}
