package dev.backstep.export;

import dev.backstep.export.HandoutPage.Block;
import dev.backstep.export.figure.Explained.Noted;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Size;
import dev.backstep.layout.Sizes;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.MistakeBanner;
import dev.backstep.paint.Painter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.WrappedText;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Sets the pages of a handout on sheets of A4, from top to bottom.
final class HandoutFlow {

    /// A4 in pixels of CSS.
    static final Size SHEET = new Size(Millimetres.pixels(210), Millimetres.pixels(297));

    private static final double MARGIN = 72;
    private static final double TITLE = 24;
    private static final double FOOT = 11;
    private static final double LEADING = 1.5;
    private static final double INDENT = 22;
    private static final double GAP = 9;

    /// Lists and quotations inside as many others are not indented further.
    private static final int DEEPEST = 8;

    private final Theme theme;
    private final Size sheet;
    private final double margin;
    private final List<List<Consumer<Graphics2D>>> sheets = new ArrayList<>();
    private HandoutSetting setting = HandoutSetting.ALL.getFirst();
    private double y;
    private double smallestType = Double.MAX_VALUE;

    /// On sheets of A4, in black and white.
    HandoutFlow() {
        this(Theme.PRINT, SHEET, MARGIN);
    }

    /// @param sheet the size of each
    HandoutFlow(Theme theme, Size sheet, double margin) {
        this.theme = theme;
        this.sheet = sheet;
        this.margin = margin;
    }

    /// Sets a page on one sheet of any height, without what stands at its foot.
    ///
    /// @param width of the sheet, which has no margin
    static HandoutFlow endless(Theme theme, double width, HandoutPage page) {
        HandoutFlow flow = new HandoutFlow(theme, new Size(width, Double.MAX_VALUE), 0);
        flow.set(page);
        return flow;
    }

    /// How far down the last sheet is set.
    double end() {
        return y;
    }

    /// The smallest type of its words, or of a formula or a graph if that is drawn smaller.
    double smallestType() {
        return smallestType;
    }

    private void typed(double type) {
        smallestType = Math.min(smallestType, type);
    }

    /// Draws what is set on the first sheet.
    void paint(Graphics2D g) {
        sheets.getFirst().forEach(part -> part.accept(g));
    }

    /// Sets a page; it begins a sheet, and is set so tightly that it needs no other, if it can be.
    void add(HandoutPage page) {
        int before = sheets.size();
        double others = smallestType;
        for (HandoutSetting tried : HandoutSetting.ALL) {
            setting = tried;
            set(page);
            if (sheets.size() == before + 1) {
                return;
            }
            sheets.subList(before, sheets.size()).clear();
            smallestType = others;
        }
        setting = HandoutSetting.ALL.getFirst();
        set(page);
    }

    private void set(HandoutPage page) {
        begin();
        paragraph(new Block.Paragraph(page.title(), "", 0), TITLE, true);
        page.mistake().ifPresent(this::mistake);
        page.picture().ifPresent(this::picture);
        for (Block block : page.blocks()) {
            switch (block) {
                case Block.Paragraph p -> paragraph(p, setting.type(), false);
                case Block.Displayed d -> displayed(d);
                case Block.Listing l -> listing(l);
            }
        }
    }

    /// The sheets as they are drawn, numbered.
    ///
    /// @param title at the foot of each
    List<Drawing> drawings(String title) {
        return IntStream.range(0, sheets.size())
                .mapToObj(i -> new Drawing(SHEET, true, g -> paint(g, sheets.get(i), title, i + 1)))
                .toList();
    }

    private void paint(Graphics2D g, List<Consumer<Graphics2D>> parts, String title, int number) {
        FormulaPainter.smooth(g);
        parts.forEach(p -> p.accept(g));
        g.setColor(theme.color(ColorRole.MUTED));
        Font font = Fonts.WORDS.at(FOOT);
        double base = SHEET.height() - MARGIN / 2;
        String page = Integer.toString(number);
        double width = TextLines.width(page, font);
        String name = WrappedText.pieces(title, font, width() - width - GAP).getFirst();
        TextLines.left(g, name, MARGIN, base, font);
        TextLines.left(g, page, SHEET.width() - MARGIN - width, base, font);
    }

    private double width() {
        return width(margin);
    }

    private void begin() {
        sheets.add(new ArrayList<>());
        y = margin;
    }

    /// Makes room for something of a height, on the next sheet if need be.
    private void room(double height) {
        if (y + height > sheet.height() - margin && y > margin) {
            begin();
        }
    }

    private void draw(Consumer<Graphics2D> part) {
        sheets.getLast().add(part);
    }

    private static Box extent(Diagram diagram) {
        return diagram.bounds().grown(14);
    }

    /// It is drawn higher than its share if its type needs it, and half a sheet has room for that.
    private double scale(Box bounds) {
        double needed = bounds.height() * Millimetres.LEAST_TYPE / Sizes.SMALLEST_TYPE;
        double share = SHEET.height() * setting.picture();
        double most = Math.max(share, Math.min(needed, SHEET.height() / 2));
        return Math.min(1, Math.min(width() / bounds.width(), most / bounds.height()));
    }

    private void mistake(Noted noted) {
        MistakeBanner banner = new MistakeBanner(theme, noted.what(), noted.effect());
        double height = banner.height(width());
        room(height);
        double top = y;
        draw(g -> banner.paint(g, margin, top, width()));
        y += height + setting.gap();
    }

    private void picture(Diagram diagram) {
        Box bounds = extent(diagram);
        double scale = scale(bounds);
        typed(scale * Sizes.SMALLEST_TYPE);
        room(scale * bounds.height());
        double top = y;
        draw(
                g -> {
                    AffineTransform before = g.getTransform();
                    g.translate(margin, top);
                    Painter.exact(theme)
                            .fitted(g, diagram, bounds, width(), scale * bounds.height(), 1);
                    g.setTransform(before);
                });
        y += scale * bounds.height() + 2 * setting.gap();
    }

    private void paragraph(Block.Paragraph p, double size, boolean strong) {
        double left = left(p);
        boolean first = true;
        for (List<HandoutWord> line : HandoutWord.lines(p.runs(), size, strong, width(left))) {
            double above = line.stream().mapToDouble(HandoutWord::ascent).max().orElse(0);
            double below = line.stream().mapToDouble(HandoutWord::descent).max().orElse(0);
            double height = Math.max(size * LEADING, above + below + 3);
            room(height);
            double base = y + Math.max(size * 1.1, above + 1);
            if (first) {
                mark(p, base, size);
            }
            line(line, left, base, size);
            y += height;
            first = false;
        }
        y += strong ? 2 * setting.gap() : setting.gap();
    }

    private void mark(Block of, double base, double size) {
        words(of.mark(), left(of) - INDENT + 4, base, Fonts.WORDS_BOLD.at(size));
    }

    private void words(String text, double x, double base, Font font) {
        if (!text.isEmpty()) {
            draw(
                    g -> {
                        g.setColor(theme.color(ColorRole.MUTED));
                        TextLines.left(g, text, x, base, font);
                    });
        }
    }

    private double left(Block block) {
        return margin + INDENT * Math.min(block.depth(), DEEPEST);
    }

    /// What is free from there on.
    private double width(double left) {
        return sheet.width() - margin - left;
    }

    private void line(List<HandoutWord> line, double left, double base, double size) {
        Color ink = theme.color(ColorRole.INK);
        double x = left;
        for (HandoutWord word : line) {
            double at = x + (x > left && word.spaced() ? size * HandoutWord.SPACE : 0);
            draw(g -> word.draw(g, at, base, ink));
            typed(word.size());
            x = at + word.width();
        }
    }

    private void displayed(Block.Displayed formula) {
        double size = setting.type() * 1.25;
        double start = left(formula);
        double room = width(start);
        boolean whole = FormulaPainter.measureDisplay(formula.tex(), size).width() <= room;
        boolean first = true;
        for (String tex : whole ? List.of(formula.tex()) : formula.pieces()) {
            Size natural = FormulaPainter.measureDisplay(tex, size);
            double drawn = size * Math.min(1, room / natural.width());
            Size box = FormulaPainter.measureDisplay(tex, drawn);
            typed(drawn);
            room(box.height());
            double top = y;
            double left = start + (room - box.width()) / 2;
            Color ink = theme.color(ColorRole.INK);
            if (first) {
                mark(formula, y + (box.height() + setting.type() * 0.7) / 2, setting.type());
            }
            first = false;
            draw(g -> FormulaPainter.drawDisplay(g, tex, left, top, drawn, ink));
            y += box.height() + setting.gap();
        }
        y += setting.gap() / 2;
    }

    private void listing(Block.Listing listing) {
        double type = setting.type();
        Font font = Fonts.NUMBERS.at(type * 0.8);
        double left = left(listing) + INDENT;
        boolean first = true;
        for (String line : listing.text().stripTrailing().split("\n", -1)) {
            for (String piece : WrappedText.pieces(line, font, width(left))) {
                room(type * 1.3);
                if (first) {
                    mark(listing, y + type, type);
                }
                first = false;
                words(piece, left, y + type, font);
                y += type * 1.3;
            }
        }
        y += setting.gap();
    }
}
