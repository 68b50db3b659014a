package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FewColoursTest {
    @Test
    void anotherReaderSeesEveryPixel() throws Exception {
        BufferedImage image = image(13, 7, 40);
        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(FewColours.png(image).orElseThrow()));
        assertThat(pixels(read)).isEqualTo(pixels(image));
    }

    @Test
    void moreColoursThanAByteNamesAreLeftToOthers() throws Exception {
        assertThat(FewColours.png(image(64, 64, 1_000))).isEmpty();
        assertThat(FewColours.png(image(16, 16, 256))).isPresent();
    }

    /** An image in which so many colours take turns, each far enough from the others to be one of its own. */
    private static BufferedImage image(int width, int height, int colours) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int colour = i % colours;
            int rgb = (colour >> 8 << 20) | ((colour >> 4 & 0xF) << 12) | ((colour & 0xF) << 4);
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
