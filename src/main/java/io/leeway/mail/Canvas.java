package io.leeway.mail;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What panels draw with, in units that are the same at every scale. */
record Canvas(Graphics2D graphics, Palette palette) implements AutoCloseable {
    static final float TITLE = 22f;
    static final float LABEL = 20f;

    private static final BasicStroke THIN = new BasicStroke(1f);
    private static final BasicStroke THICK = new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {9f, 7f}, 0f);

    static Canvas on(BufferedImage image, double scale, Palette palette) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        return new Canvas(graphics, palette);
    }

    void title(String text, double x, double y) {
        font(Font.BOLD, TITLE);
        write(text, Palette.INK, x, y);
    }

    void label(String text, Color colour, double x, double y) {
        font(Font.PLAIN, LABEL);
        write(text, colour, x, y);
    }

    /** A label that ends at x. */
    void labelLeftOf(String text, Color colour, double x, double y) {
        font(Font.PLAIN, LABEL);
        write(text, colour, x - width(text), y);
    }

    /** A label around x, kept on the paper. */
    void labelAround(String text, double x, double y) {
        font(Font.PLAIN, LABEL);
        double left = Math.min(x - width(text) / 2, Picture.WIDTH - width(text) - 2);
        write(text, Palette.MUTED, Math.max(2, left), y);
    }

    double labelWidth(String text) {
        font(Font.PLAIN, LABEL);
        return width(text);
    }

    /** The text, shortened to so many units. */
    String fitting(String text, double most) {
        font(Font.BOLD, TITLE);
        String fit = text;
        while (width(fit) > most && fit.length() > 2) {
            fit = fit.substring(0, fit.length() - 2) + "…";
        }
        return fit;
    }

    void gridLine(double x, double y, double width) {
        draw(new Line2D.Double(x, y, x + width, y), Palette.GRID, THIN);
    }

    void line(Shape line, Color colour) {
        draw(line, colour, THICK);
    }

    void dashed(Shape line, Color colour) {
        draw(line, colour, DASHED);
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    void bar(double x, double y, double width, double height, Color colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    @Override
    public void close() {
        graphics.dispose();
    }

    private void draw(Shape shape, Color colour, BasicStroke stroke) {
        graphics.setColor(colour);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    private void write(String text, Color colour, double x, double y) {
        graphics.setColor(colour);
        graphics.drawString(text, (float) x, (float) y);
    }

    private void font(int style, float size) {
        graphics.setFont(new Font(Font.SANS_SERIF, style, 1).deriveFont(size));
    }

    private double width(String text) {
        return graphics.getFontMetrics().stringWidth(text);
    }
}
