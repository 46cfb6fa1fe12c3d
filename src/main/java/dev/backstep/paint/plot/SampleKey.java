package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
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

/// One line that says what the signs of samples mean; what has no room is left out.
final class SampleKey {

    private static final double SIZE = 12;
    private static final double GAP = 16;

    private SampleKey() {}

    private record Entry(Sample sign, String word) {}

    static boolean isWanted(BoundaryPicture picture) {
        return !entries(picture).isEmpty();
    }

    private static List<Entry> entries(BoundaryPicture picture) {
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < picture.classes().size(); k++) {
            add(entries, new Sample(0, 0, k, false, false, false), picture.classes().get(k));
        }
        Words words = picture.words();
        double label = picture.samples().isEmpty() ? 1 : picture.samples().getFirst().label();
        add(entries, new Sample(0, 0, label, false, false, false), words.train());
        if (picture.samples().stream().anyMatch(Sample::test)) {
            add(entries, new Sample(0, 0, label, true, false, false), words.test());
        }
        if (picture.samples().stream().anyMatch(Sample::wrong)) {
            add(entries, new Sample(0, 0, label, false, true, false), words.wrong());
        }
        if (picture.samples().stream().anyMatch(Sample::inBatch)) {
            add(entries, new Sample(0, 0, label, false, false, true), words.batch());
        }
        return entries;
    }

    private static void add(List<Entry> entries, Sample sign, String word) {
        if (!word.isEmpty()) {
            entries.add(new Entry(sign, word));
        }
    }

    static void paint(Graphics2D g, Theme theme, BoundaryPicture picture, Box line) {
        SampleMarks marks = SampleMarks.inKey(theme, picture);
        Font font = Fonts.WORDS.at(SIZE);
        double x = line.x();
        for (Entry entry : entries(picture)) {
            double width = 16 + TextLines.width(entry.word, font);
            if (x + width > line.right()) {
                return;
            }
            marks.paint(g, entry.sign, new Point(x + 6, line.center().y()));
            g.setColor(theme.color(ColorRole.MUTED));
            TextLines.left(g, entry.word, x + 16, line.center().y() + 4.2, font);
            x += width + GAP;
        }
    }
}
