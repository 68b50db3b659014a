package io.leeway.mail;

import io.leeway.notify.Exhibit;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A figure over time with its limit; what is beyond it stands out. */
final class CoursePanel {
    private static final double LEFT = 84;
    private static final double RIGHT = Picture.WIDTH - 18.0;
    private static final double DOT = 5.5;
    private static final int MOST_DATES = 4;
    /** The largest value stays below the upper edge. */
    private static final double HEADROOM = 1.12;

    private final Exhibit exhibit;
    private final List<Exhibit.Dot> dots;
    private final Canvas canvas;
    private final double highest;

    CoursePanel(Exhibit exhibit, Canvas canvas) {
        this.exhibit = exhibit;
        this.dots = exhibit.course();
        this.canvas = canvas;
        double most = dots.stream()
                .mapToDouble(dot -> Math.max(dot.value(), dot.limit()))
                .max()
                .orElse(1);
        this.highest = most > 0 ? rounded(most * HEADROOM) : 1;
    }

    /** The next number of one digit, or a half of one: 0.371 becomes 0.4. */
    private static double rounded(double value) {
        double digit = Math.pow(10, Math.floor(Math.log10(value)));
        return Math.ceil(value / digit * 2) / 2 * digit;
    }

    void draw(double top, double height) {
        canvas.title(canvas.fitting(PictureWords.courseTitle(exhibit), RIGHT - 10), 10, top + 32);
        double upper = top + 54;
        double lower = top + height - 46;
        grid(upper, lower);
        canvas.line(path(Exhibit.Dot::value, upper, lower), Palette.LINE);
        canvas.dashed(path(Exhibit.Dot::limit, upper, lower), canvas.palette().alarm());
        limit(upper, lower);
        for (int i = 0; i < dots.size(); i++) {
            dot(i, upper, lower);
        }
        dates(lower + 30);
    }

    private void grid(double upper, double lower) {
        for (double share : new double[] {0, 0.5, 1}) {
            double y = lower - share * (lower - upper);
            canvas.gridLine(LEFT, y, RIGHT - LEFT);
            canvas.labelLeftOf(PictureWords.axis(exhibit.figure(), share * highest), Palette.MUTED, LEFT - 10, y + 7);
        }
    }

    /** Its word stands where the line is free: on the side of the lower half of the values. */
    private void limit(double upper, double lower) {
        Exhibit.Dot first = dots.get(0);
        double y = y(first.limit(), upper, lower);
        canvas.label("limit", canvas.palette().alarm(), LEFT + 4, y - 8);
    }

    private void dot(int index, double upper, double lower) {
        Exhibit.Dot dot = dots.get(index);
        Color colour = dot.beyond() ? canvas.palette().alarm() : Palette.LINE;
        double radius = dot.beyond() ? DOT + 1.5 : DOT;
        double x = x(index) - radius;
        double y = y(dot.value(), upper, lower) - radius;
        canvas.fill(new Ellipse2D.Double(x, y, 2 * radius, 2 * radius), colour);
    }

    private void dates(double y) {
        int labels = Math.min(MOST_DATES, dots.size());
        for (int i = 0; i < labels; i++) {
            int index = (int) Math.round(i * (dots.size() - 1.0) / Math.max(1, labels - 1));
            canvas.labelAround(PictureWords.date(dots.get(index).start()), x(index), y);
        }
    }

    private Path2D path(ToDoubleFunction<Exhibit.Dot> value, double upper, double lower) {
        Path2D path = new Path2D.Double();
        path.moveTo(x(0), y(value.applyAsDouble(dots.get(0)), upper, lower));
        for (int i = 1; i < dots.size(); i++) {
            path.lineTo(x(i), y(value.applyAsDouble(dots.get(i)), upper, lower));
        }
        return path;
    }

    private double x(int index) {
        double inner = RIGHT - LEFT - 2 * DOT - 8;
        return LEFT + DOT + 4 + inner * index / (dots.size() - 1);
    }

    private double y(double value, double upper, double lower) {
        return lower - Math.max(0, value) / highest * (lower - upper);
    }
}
