package io.leeway.mail;

import io.leeway.notify.Exhibit;
import java.awt.Color;
import java.util.List;

/** The baseline and a window side by side: which share of the rows lies where. */
final class BarsPanel {
    private static final double LEFT = 18;
    private static final double RIGHT = Picture.WIDTH - 18.0;
    private static final double SQUARE = 16;

    private final String member;
    private final Exhibit.Bars bars;
    private final List<Share> shares;
    private final Canvas canvas;

    BarsPanel(String member, Exhibit.Bars bars, Canvas canvas) {
        this.member = member;
        this.bars = bars;
        this.shares = Share.of(bars);
        this.canvas = canvas;
    }

    void draw(double top, double height) {
        canvas.title(canvas.fitting(PictureWords.barsTitle(member), RIGHT - 10), 10, top + 30);
        legend(top + 62);
        double upper = top + 80;
        double lower = top + height - 40;
        double most = shares.stream()
                .mapToDouble(share -> Math.max(share.baseline(), share.window()))
                .max()
                .orElse(1);
        double slot = (RIGHT - LEFT) / shares.size();
        for (int i = 0; i < shares.size(); i++) {
            double x = LEFT + i * slot;
            bars(shares.get(i), x, slot, new Scale(lower, (lower - upper) / Math.max(1e-9, most)));
        }
        canvas.gridLine(LEFT, lower, RIGHT - LEFT);
        names(lower + 28, slot);
    }

    private void bars(Share share, double x, double slot, Scale scale) {
        double wide = slot * 0.86;
        double narrow = slot * 0.46;
        bar(share.baseline(), x + (slot - wide) / 2, wide, scale, Palette.BASELINE);
        bar(share.window(), x + (slot - narrow) / 2, narrow, scale, Palette.LINE);
    }

    private void bar(double share, double x, double width, Scale scale, Color colour) {
        double height = share * scale.unit;
        canvas.bar(x, scale.lower - height, width, height, colour);
    }

    private void legend(double y) {
        canvas.bar(LEFT, y - SQUARE + 2, SQUARE, SQUARE, Palette.BASELINE);
        canvas.label("baseline", Palette.MUTED, LEFT + SQUARE + 8, y);
        double next = LEFT + SQUARE + 8 + canvas.labelWidth("baseline") + 26;
        canvas.bar(next, y - SQUARE + 2, SQUARE, SQUARE, Palette.LINE);
        canvas.label(PictureWords.longDate(bars.window()), Palette.MUTED, next + SQUARE + 8, y);
    }

    /** Of numbers the ends and the middle, of categories as many as there is room for. */
    private void names(double y, double slot) {
        int last = shares.size() - 1;
        int step = bars.numeric() ? Math.max(1, (last + 1) / 2) : 1;
        for (int i = 0; i <= last; i += step) {
            String name = shares.get(i).name();
            if (bars.numeric() || canvas.labelWidth(name) < slot) {
                canvas.labelAround(name, LEFT + (i + 0.5) * slot, y);
            }
        }
        if (bars.numeric() && last % step != 0) {
            canvas.labelAround(shares.get(last).name(), LEFT + (last + 0.5) * slot, y);
        }
    }

    private record Scale(double lower, double unit) {}
}
