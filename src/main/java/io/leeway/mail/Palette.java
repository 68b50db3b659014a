package io.leeway.mail;

import java.awt.Color;

/**
 * The colours of a picture, those of the mail around it.
 *
 * @param alarm what is beyond its limit
 */
record Palette(Color alarm) {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1b2733);
    static final Color MUTED = new Color(0x5b6b7a);
    static final Color GRID = new Color(0xe3e8ec);
    static final Color LINE = new Color(0x4a7193);
    static final Color BASELINE = new Color(0xc6d0d9);

    static Palette of(Story.Tone tone) {
        return new Palette(Color.decode(HtmlBody.colour(tone == Story.Tone.GOOD ? Story.Tone.BAD : tone)));
    }
}
