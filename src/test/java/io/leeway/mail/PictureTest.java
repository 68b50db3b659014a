package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.HostileNames;
import io.leeway.notify.Exhibit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    @TempDir
    private static Path folder;

    private static final Instant FIRST = Instant.parse("2001-04-28T00:00:00Z");

    @Test
    void itIsSmallAndShowsTheLimitAndWhatIsBeyondItInTheColourOfAlarm() throws Exception {
        Picture picture = picture(exhibit("distance"));
        assertThat(picture.png()).hasSizeLessThan(40_000);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(image.getWidth()).isEqualTo(1088);
        assertThat(pixels(image, 0xb25e00)).as("limit and dots beyond it").isGreaterThan(200);
        assertThat(pixels(image, 0x4a7193)).as("line, dots and bars").isGreaterThan(5_000);
        assertThat(pixels(image, 0xc6d0d9)).as("bars of the baseline").isGreaterThan(5_000);
        assertThat(pixels(image, 0x1b2733)).as("titles").isGreaterThan(500);
    }

    @Test
    void whatIsWithinItsLimitIsNotInTheColourOfAlarm() throws Exception {
        List<Exhibit.Dot> calm = exhibit("distance").course().stream()
                .map(dot -> new Exhibit.Dot(dot.start(), 0.05, 0.17, false))
                .toList();
        Exhibit quiet = new Exhibit("distance", "psi_test", calm, Optional.empty(), Map.of());
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(picture(quiet).png()));
        BufferedImage loud = ImageIO.read(
                new ByteArrayInputStream(picture(exhibit("distance")).png()));
        assertThat(pixels(image, 0xb25e00)).isLessThan(pixels(loud, 0xb25e00));
    }

    @Test
    void whoeverDoesNotSeeItIsToldTheNumbers() {
        assertThat(picture(exhibit("distance")).alt())
                .isEqualTo(
                        "PSI of distance over time, 28 April 2001 to 27 May 2001: at most 0.607 on 27 May 2001 with a"
                                + " limit of 0.171, at last 0.607; 7 of 30 windows beyond the limit. Below: the values of"
                                + " 27 May 2001 against the baseline.");
    }

    @Test
    void theSameIsDrawnTheSame() {
        assertThat(picture(exhibit("distance")).png())
                .isEqualTo(picture(exhibit("distance")).png());
    }

    @Test
    void oneWindowIsNoCourse() {
        Exhibit exhibit = exhibit("distance");
        Exhibit one = new Exhibit("x", "psi_test", exhibit.course().subList(0, 1), exhibit.bars(), Map.of());
        assertThat(Picture.of(one, Story.Tone.BAD)).isEmpty();
    }

    @Test
    void noNameAndNoNumberSpoilsIt() {
        List<String> names = HostileNames.all(5);
        for (String name : names.subList(0, names.size() / 4)) {
            assertThat(Picture.of(exhibit(name), Story.Tone.VERY_BAD)).as(name).isPresent();
        }
        for (double value : new double[] {0, -1, 1e-300, 1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
            List<Exhibit.Dot> dots = IntStream.range(0, 3)
                    .mapToObj(day -> new Exhibit.Dot(FIRST.plus(Duration.ofDays(day)), value, 0, false))
                    .toList();
            Exhibit odd = new Exhibit("x", "psi_test", dots, Optional.empty(), Map.of());
            assertThat(Picture.of(odd, Story.Tone.BAD)).as("%s", value).isNotNull();
        }
    }

    @Test
    void aMachineWithoutFontsSendsMailsWithoutPictures() throws Exception {
        Path none = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutFonts.class.getName())
                .redirectErrorStream(true);
        assertThat(java.environment().put("FONTCONFIG_FILE", none.toString())).isNull();
        Process process = java.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("picture: false");
    }

    static Exhibit exhibit(String name) {
        double[] worst = {.332, .300, .463, .540, .498, .512, .607};
        List<Exhibit.Dot> course = IntStream.range(0, 30)
                .mapToObj(day -> new Exhibit.Dot(
                        FIRST.plus(Duration.ofDays(day)),
                        day < 23 ? .03 + day % 5 * .01 : worst[day - 23],
                        .171,
                        day >= 23))
                .toList();
        Exhibit.Bars bars = new Exhibit.Bars(
                true,
                IntStream.range(0, 40)
                        .mapToObj(bin -> "(" + bin + ", " + (bin + 1) + "]")
                        .toList(),
                LongStream.range(0, 40).mapToObj(bin -> 40 - bin).toList(),
                LongStream.range(0, 40).boxed().toList(),
                FIRST.plus(Duration.ofDays(29)));
        return new Exhibit(name, "psi_test", course, Optional.of(bars), Map.of());
    }

    private static Picture picture(Exhibit exhibit) {
        return Picture.of(exhibit, Story.Tone.BAD).orElseThrow();
    }

    /** How many pixels have about this colour. */
    private static long pixels(BufferedImage image, int colour) throws IOException {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(all)
                .filter(pixel -> (pixel & 0xF0F0F0) == (colour & 0xF0F0F0))
                .count();
    }
}
