package dev.backstep.paint.plot;

import dev.backstep.layout.Point;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.BoundaryPicture.Words;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/// Says what the signs of samples mean, in at most three lines; what has no room there is left out.
final class SampleKey {

    static final double LINE = 19;

    private static final double SIZE = 12;
    private static final double GAP = 16;
    private static final int MOST = 3;

    private SampleKey() {}

    /// @param ofClass whether it has the colour of its label
    private record Entry(Sample sign, String word, boolean ofClass) {
        double width() {
            return 16 + TextLines.width(word, Fonts.WORDS.at(SIZE));
        }
    }

    /// The lines that the key takes in a width; 0 if there is nothing to say.
    static int lines(BoundaryPicture picture, double width) {
        return split(picture, width).size();
    }

    private static List<List<Entry>> split(BoundaryPicture picture, double room) {
        List<List<Entry>> lines = new ArrayList<>();
        double x = 0;
        for (Entry entry : entries(picture)) {
            if (lines.isEmpty() || x + entry.width() > room) {
                if (lines.size() == MOST || entry.width() > room) {
                    return lines;
                }
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.getLast().add(entry);
            x += entry.width() + GAP;
        }
        return lines;
    }

    private static List<Entry> entries(BoundaryPicture picture) {
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < picture.classes().size(); k++) {
            add(entries, new Sample(0, 0, k, false, false, false), picture.classes().get(k), true);
        }
        Words words = picture.words();
        List<Sample> all = picture.samples();
        if (!all.stream().allMatch(Sample::test)) {
            add(entries, new Sample(0, 0, 0, false, false, false), words.train(), false);
        }
        if (all.stream().anyMatch(Sample::test)) {
            add(entries, new Sample(0, 0, 0, true, false, false), words.test(), false);
        }
        if (all.stream().anyMatch(Sample::wrong)) {
            add(entries, new Sample(0, 0, 0, false, true, false), words.wrong(), false);
        }
        if (all.stream().anyMatch(Sample::inBatch)) {
            add(entries, new Sample(0, 0, 0, false, false, true), words.batch(), false);
        }
        return entries;
    }

    private static void add(List<Entry> entries, Sample sign, String word, boolean ofClass) {
        if (!word.isEmpty()) {
            entries.add(new Entry(sign, word, ofClass));
        }
    }

    /// Draws below `y`, from `x` on.
    static void paint(
            Graphics2D g, Theme theme, BoundaryPicture picture, double x, double y, double room) {
        SampleMarks marks = SampleMarks.inKey(theme, picture);
        Font font = Fonts.WORDS.at(SIZE);
        double middle = y + LINE / 2;
        for (List<Entry> line : split(picture, room)) {
            double at = x;
            for (Entry entry : line) {
                Point sign = new Point(at + 6, middle);
                if (entry.ofClass) {
                    marks.paint(g, entry.sign, sign);
                } else {
                    marks.paint(g, entry.sign, sign, theme.color(ColorRole.MUTED));
                }
                g.setColor(theme.color(ColorRole.MUTED));
                TextLines.left(g, entry.word, at + 16, middle + 4.2, font);
                at += entry.width() + GAP;
            }
            middle += LINE;
        }
    }
}
