package dev.backstep.export;

import dev.backstep.export.HandoutPage.Piece;
import dev.backstep.layout.Size;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.WrappedText;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A word or a formula of a line: what is not divided.
///
/// @param spaced whether there is space before it, unless it begins a line
/// @param breaks whether it may begin a line
/// @param font of a word
/// @param formula whether the text is TeX
record HandoutWord(
        String text, boolean spaced, boolean breaks, Font font, double size, boolean formula) {

    /// The width of a space, in sizes of the type.
    static final double SPACE = 0.28;

    private static final double ASCENT = 0.8;
    private static final double DESCENT = 0.25;

    /// The words of a paragraph, in lines of a width. A word that is wider is divided, a formula
    /// drawn smaller.
    static List<List<HandoutWord>> lines(
            List<Piece> runs, double size, boolean strong, double width) {
        List<List<HandoutWord>> lines = new ArrayList<>();
        List<HandoutWord> line = new ArrayList<>();
        double x = 0;
        List<HandoutWord> words =
                words(runs, size, strong).stream().flatMap(w -> w.fitting(width)).toList();
        for (HandoutWord word : words) {
            double needed = word.width() + (word.spaced && x > 0 ? size * SPACE : 0);
            if (x > 0 && x + needed > width && word.breaks) {
                lines.add(line);
                line = new ArrayList<>();
                x = 0;
                needed = word.width();
            }
            line.add(word);
            x += needed;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<HandoutWord> words(List<Piece> runs, double size, boolean strong) {
        List<HandoutWord> words = new ArrayList<>();
        boolean spaced = true;
        for (Piece run : runs) {
            switch (run) {
                case Piece.Formula(String tex) -> {
                    Font font = Fonts.WORDS.at(size);
                    words.add(new HandoutWord(tex, spaced, spaced, font, size * 1.2, true));
                    spaced = false;
                }
                case Piece.Words(String text, boolean bold, boolean code) -> {
                    Font font = font(strong || bold, code, size);
                    spaced = split(text, spaced, font, size, words);
                }
            }
        }
        return words;
    }

    private static Font font(boolean strong, boolean code, double size) {
        return code
                ? Fonts.NUMBERS.at(size * 0.92)
                : strong ? Fonts.WORDS_BOLD.at(size) : Fonts.WORDS.at(size);
    }

    /// Whether there is space behind the text.
    private static boolean split(
            String text, boolean before, Font font, double size, List<HandoutWord> to) {
        boolean spaced = before;
        boolean breaks = before;
        StringBuilder word = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            boolean ideographic = Character.isIdeographic(c);
            if ((Character.isWhitespace(c) || ideographic) && !word.isEmpty()) {
                to.add(new HandoutWord(word.toString(), spaced, breaks, font, size, false));
                word.setLength(0);
                spaced = false;
                breaks = ideographic;
            }
            if (Character.isWhitespace(c)) {
                spaced = true;
                breaks = true;
            } else if (ideographic) {
                String letter = Character.toString(c);
                to.add(new HandoutWord(letter, spaced, true, font, size, false));
                spaced = false;
                breaks = false;
            } else {
                word.appendCodePoint(c);
            }
        }
        if (!word.isEmpty()) {
            to.add(new HandoutWord(word.toString(), spaced, breaks, font, size, false));
            spaced = false;
        }
        return spaced;
    }

    private Stream<HandoutWord> fitting(double room) {
        if (width() <= room) {
            return Stream.of(this);
        }
        if (formula) {
            double fits = size * room / width();
            return Stream.of(new HandoutWord(text, spaced, breaks, font, fits, true));
        }
        List<String> pieces = WrappedText.pieces(text, font, room);
        return IntStream.range(0, pieces.size())
                .mapToObj(
                        i ->
                                new HandoutWord(
                                        pieces.get(i),
                                        i == 0 && spaced,
                                        i > 0 || breaks,
                                        font,
                                        size,
                                        false));
    }

    double width() {
        return formula ? measured().width() : TextLines.width(text, font);
    }

    double ascent() {
        return formula ? FormulaPainter.ascent(text, size, false) : ASCENT * size;
    }

    double descent() {
        return formula ? measured().height() - ascent() : DESCENT * size;
    }

    private Size measured() {
        return FormulaPainter.measure(text, size);
    }

    void draw(Graphics2D g, double x, double base, Color ink) {
        if (formula) {
            FormulaPainter.draw(g, text, x, base - ascent(), size, ink);
        } else {
            g.setColor(ink);
            TextLines.left(g, text, x, base, font);
        }
    }
}
