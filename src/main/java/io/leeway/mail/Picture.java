package io.leeway.mail;

import io.leeway.notify.Exhibit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The picture of a mail: a figure over time with its limit, and below it the baseline against the worst window. It is drawn
 * twice as large as it is shown on a wide screen, so that letters are sharp, and with letters large enough for a phone.
 *
 * @param png the image
 * @param alt what it shows, in words
 */
record Picture(byte[] png, String alt) {
    /** Units of drawing; a phone shows about half as many points. */
    static final int WIDTH = 680;

    private static final int COURSE = 290;
    private static final int BARS = 270;
    private static final int FEWEST_DOTS = 2;
    private static final double SCALE = 1.6;

    /**
     * Draws what there is to draw. Where the machine has no fonts or no graphics, there is no picture, and the mail goes
     * without: everything in it is said in words too.
     */
    static Optional<Picture> of(Exhibit exhibit, Story.Tone tone) {
        if (exhibit.course().size() < FEWEST_DOTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Picture(png(exhibit, tone), PictureWords.alt(exhibit)));
        } catch (RuntimeException | LinkageError | InternalError | IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] png(Exhibit exhibit, Story.Tone tone) throws IOException {
        int height = COURSE + (exhibit.bars().isPresent() ? BARS : 0);
        BufferedImage image =
                new BufferedImage((int) (WIDTH * SCALE), (int) (height * SCALE), BufferedImage.TYPE_INT_RGB);
        try (Canvas canvas = Canvas.on(image, SCALE, Palette.of(tone))) {
            new CoursePanel(exhibit, canvas).draw(0, COURSE);
            exhibit.bars().ifPresent(bars -> new BarsPanel(exhibit.member(), bars, canvas).draw(COURSE, BARS));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(FewColours.of(image), "png", out)) {
            throw new IOException("this JDK writes no PNG");
        }
        return out.toByteArray();
    }
}
