package dev.backstep.export;

import dev.backstep.explain.Sentences;
import dev.backstep.explain.StepPlace;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.layout.Sizes;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.MistakeBanner;
import dev.backstep.paint.Painter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.WrappedText;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// All steps on sheets of A4, several a sheet, numbered, each with its sentence below.
public final class StepHandout {

    private static final Size SHEET = HandoutFlow.SHEET;
    private static final double MARGIN = 48;
    private static final double TITLE = 17;
    private static final double FOOT = 22;
    private static final double GAP = 14;
    private static final double INSIDE = 10;
    private static final double HEAD = 20;
    private static final double TYPE = 11;

    /// The least type of a sentence, 6 points.
    private static final double LEAST_TYPE = Millimetres.LEAST_TYPE;

    private static final double LEADING = 1.4;

    /// The share of a place that a sentence may take before it is set smaller.
    private static final double MOST_WORDS = 0.45;

    /// How many steps stand side by side, and how many rows of them there are on a sheet.
    public record SheetGrid(int cols, int rows) {

        int steps() {
            return cols * rows;
        }
    }

    private final StepDiagrams steps;
    private final Walkthrough w;
    private final Theme theme;
    private final Bundle language;
    private final String title;
    private final SheetGrid grid;
    private final Box extent;
    private final double top;

    /// @param steps of the walk
    /// @param title stands at the top of each sheet
    public StepHandout(
            StepDiagrams steps,
            Walkthrough w,
            Theme theme,
            Bundle language,
            String title,
            SheetGrid grid) {
        this.steps = steps;
        this.w = w;
        this.theme = theme;
        this.language = language;
        this.title = title;
        this.grid = grid;
        Diagram first = steps.at(0);
        this.extent = first.bounds().grown(8);
        double banner = banner(first).map(b -> b.height(width()) + GAP).orElse(0.0);
        this.top = MARGIN + TITLE + GAP + banner;
    }

    /// What the graph of a step is laid out for, so that its type is 6 points or more.
    public static Size room(SheetGrid grid) {
        double most = Sizes.SMALLEST_TYPE / Millimetres.LEAST_TYPE;
        double wide = (width() - (grid.cols - 1) * GAP) / grid.cols - 2 * INSIDE;
        double high = (height(MARGIN + TITLE + GAP) - (grid.rows - 1) * GAP) / grid.rows - HEAD;
        return new Size(most * wide, most * high * (1 - MOST_WORDS / 2));
    }

    private static double width() {
        return SHEET.width() - 2 * MARGIN;
    }

    private static double height(double top) {
        return SHEET.height() - top - MARGIN - FOOT;
    }

    private double placeWidth() {
        return (width() - (grid.cols - 1) * GAP) / grid.cols;
    }

    private double placeHeight() {
        return (height(top) - (grid.rows - 1) * GAP) / grid.rows;
    }

    /// How large the graph is drawn at a step.
    private double scale(int step) {
        double wide = placeWidth() - 2 * INSIDE;
        double high = placeHeight() - HEAD - INSIDE - words(step).height() - INSIDE;
        return Math.min(1, Math.min(wide / extent.width(), high / extent.height()));
    }

    /// What is to be said of type that is too small; nothing if it is not.
    public Optional<Message> warning() {
        double least = 1;
        for (int i = 0; i < steps.size(); i++) {
            least = Math.min(least, scale(i));
        }
        return PictureLimits.smallOnPaper(
                least * Sizes.SMALLEST_TYPE, Message.of("png.larger.sheet"));
    }

    /// Writes the sheets; the stream stays open.
    ///
    /// @throws CancellationException if the course says so
    public void write(ExportCourse course, OutputStream to) throws IOException {
        List<Drawing> sheets = new ArrayList<>();
        int all = (steps.size() + grid.steps() - 1) / grid.steps();
        for (int k = 0; k < all; k++) {
            int sheet = k;
            sheets.add(new Drawing(SHEET, true, g -> sheet(g, sheet, all, course)));
        }
        Pdf.write(sheets, title, to);
    }

    private void sheet(Graphics2D g, int sheet, int all, ExportCourse course) {
        FormulaPainter.smooth(g);
        g.setColor(theme.color(ColorRole.PAPER));
        g.fill(new Rectangle2D.Double(0, 0, SHEET.width(), SHEET.height()));
        g.setColor(theme.color(ColorRole.INK));
        String said = WrappedText.lines(title, Fonts.WORDS_BOLD.at(TITLE), width()).getFirst();
        TextLines.left(g, said, MARGIN, MARGIN + 0.8 * TITLE, Fonts.WORDS_BOLD.at(TITLE));
        banner(steps.at(0)).ifPresent(b -> b.paint(g, MARGIN, MARGIN + TITLE + GAP, width()));
        int first = sheet * grid.steps();
        for (int i = first; i < Math.min(steps.size(), first + grid.steps()); i++) {
            int at = i - first;
            double x = MARGIN + (at % grid.cols) * (placeWidth() + GAP);
            double y = top + (double) (at / grid.cols) * (placeHeight() + GAP);
            step(g, i, x, y);
            course.reached(i + 1, steps.size());
        }
        String number = (sheet + 1) + " / " + all;
        Font font = Fonts.WORDS.at(TYPE);
        g.setColor(theme.color(ColorRole.MUTED));
        double left = (SHEET.width() - TextLines.width(number, font)) / 2;
        TextLines.left(g, number, left, SHEET.height() - MARGIN, font);
    }

    private void step(Graphics2D g, int step, double x, double y) {
        g.setColor(theme.color(ColorRole.LINE));
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new RoundRectangle2D.Double(x, y, placeWidth(), placeHeight(), 12, 12));
        Font bold = Fonts.WORDS_BOLD.at(TYPE);
        Font plain = Fonts.WORDS.at(TYPE);
        double base = y + INSIDE + TYPE * 0.8;
        g.setColor(theme.color(ColorRole.INK));
        TextLines.left(g, Integer.toString(step + 1), x + INSIDE, base, bold);
        String place = language.say(StepPlace.of(w.story(), step));
        double right = x + placeWidth() - INSIDE - TextLines.width(place, plain);
        g.setColor(theme.color(ColorRole.MUTED));
        TextLines.left(g, place, right, base, plain);
        Told words = words(step);
        double wide = placeWidth() - 2 * INSIDE;
        double high = placeHeight() - HEAD - INSIDE - words.height() - INSIDE;
        AffineTransform before = g.getTransform();
        g.translate(x + INSIDE, y + HEAD + INSIDE / 2);
        Painter.exact(theme).fitted(g, steps.at(step), extent, wide, high, 1);
        g.setTransform(before);
        g.setColor(theme.color(ColorRole.INK));
        double line = y + placeHeight() - INSIDE - words.height() + 0.85 * words.type;
        for (String text : words.lines) {
            TextLines.left(g, text, x + INSIDE, line, Fonts.WORDS.at(words.type));
            line += words.type * LEADING;
        }
    }

    /// The lines of a sentence.
    private record Told(List<String> lines, double type) {

        double height() {
            return lines.size() * type * LEADING;
        }
    }

    /// As large as there is room for; what has none in the least type ends in an ellipsis.
    private Told words(int step) {
        String sentence = language.say(Sentences.of(w, step, Numbers.DEFAULT));
        double wide = placeWidth() - 2 * INSIDE;
        double most = MOST_WORDS * placeHeight();
        for (double type = TYPE; type > LEAST_TYPE; type -= 0.75) {
            Told told = new Told(WrappedText.lines(sentence, Fonts.WORDS.at(type), wide), type);
            if (told.height() <= most) {
                return told;
            }
        }
        Font font = Fonts.WORDS.at(LEAST_TYPE);
        List<String> lines = WrappedText.lines(sentence, font, wide);
        int fit = Math.max(1, (int) (most / (LEAST_TYPE * LEADING)));
        if (lines.size() <= fit) {
            return new Told(lines, LEAST_TYPE);
        }
        List<String> cut = new ArrayList<>(lines.subList(0, fit));
        String last = cut.removeLast();
        cut.add(last.substring(0, Math.max(0, last.length() - 2)) + "…");
        return new Told(cut, LEAST_TYPE);
    }

    private Optional<MistakeBanner> banner(Diagram diagram) {
        return diagram.mistake().map(n -> MistakeBanner.of(theme, language, n.what(), n.effect()));
    }
}
