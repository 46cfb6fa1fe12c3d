package dev.backstep.export.figure;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.story.Story;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/// How far a story is told: its stretches from left to right, forward, backward and updates, each
/// in its colour as far as it is told.
///
/// In print they stand apart: forward is black, backward grey, updates are striped; what is not
/// told yet is a thin line.
///
/// @param step the last one told, from 0
record StoryBar(Story story, int step, Box area) {

    private static final double APART = 4;
    private static final double STRIPE = 3;
    private static final double THIN = 1;

    /// The share of black in the grey of backward: more than 3 : 1 against paper.
    private static final double GREY = 0.55;

    void paint(Graphics2D g, Theme theme) {
        int told = step + 1;
        stretch(g, theme, ColorRole.VALUE, 0, story.seed(), told);
        stretch(g, theme, ColorRole.UPSTREAM, story.seed(), story.updates(), told);
        stretch(g, theme, ColorRole.UPDATE, story.updates(), story.size(), told);
    }

    private double x(int step) {
        return area.x() + step * area.width() / story.size();
    }

    /// @param to where it ends
    /// @param told how many steps of the story are
    private void stretch(Graphics2D g, Theme theme, ColorRole ink, int from, int to, int told) {
        if (to <= from) {
            return;
        }
        boolean print = theme == Theme.PRINT;
        double end = x(to) - (print && to < story.size() ? APART : 0);
        double now = Math.min(end, x(Math.clamp(told, from, to)));
        double height = print ? THIN : area.height();
        double middle = area.center().y() - height / 2;
        fill(g, theme.color(ColorRole.LINE), now, middle, end - now, height);
        if (print && ink == ColorRole.UPDATE) {
            for (double at = x(from); at < now; at += 2 * STRIPE) {
                told(g, theme.color(ink), at, Math.min(STRIPE, now - at));
            }
        } else {
            boolean grey = print && ink == ColorRole.UPSTREAM;
            Color color = grey ? theme.mixed(ink, ColorRole.PAPER, GREY) : theme.color(ink);
            told(g, color, x(from), now - x(from));
        }
    }

    private void told(Graphics2D g, Color color, double x, double width) {
        fill(g, color, x, area.y(), width, area.height());
    }

    private static void fill(
            Graphics2D g, Color color, double x, double y, double width, double height) {
        if (width > 0) {
            g.setColor(color);
            g.fill(new Rectangle2D.Double(x, y, width, height));
        }
    }
}
