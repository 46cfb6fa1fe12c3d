package dev.backstep.export.figure;

import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.WrappedText;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words, numbers and formulas of a figure.
final class FigureText {

    /// The smallest type of a figure.
    static final double SMALLEST = 11;

    static final double WORDS = 14;
    static final double SENTENCE = 16;

    private static final double LEADING = 1.45;
    private static final double ASCENT = 0.8;
    private static final double DESCENT = 0.25;

    private FigureText() {}

    /// A line of words.
    static FigurePart words(String text, ColorRole ink) {
        return line(text, ink, Fonts.WORDS.at(WORDS));
    }

    static FigurePart bold(String text, ColorRole ink) {
        return line(text, ink, Fonts.WORDS_BOLD.at(WORDS));
    }

    static FigurePart number(String text, ColorRole ink, double size) {
        return line(text, ink, Fonts.NUMBERS.at(size));
    }

    /// What stands above a part, in capitals.
    static FigurePart heading(String text) {
        return line(text.toUpperCase(Locale.ROOT), ColorRole.MUTED, Fonts.WORDS_BOLD.at(12.5));
    }

    /// The same before a name, which stays as it is written.
    static FigurePart heading(String text, String tex) {
        return FigurePart.line(6, List.of(heading(text), symbol(tex, 16, ColorRole.MUTED, 200)));
    }

    /// The name of a role in its colour.
    static FigurePart role(String text, ColorRole ink) {
        return line(text.toUpperCase(Locale.ROOT), ink, Fonts.WORDS_BOLD.at(SMALLEST));
    }

    static FigurePart line(String text, ColorRole ink, Font font) {
        double size = font.getSize2D();
        Size room = new Size(TextLines.width(text, font), (ASCENT + DESCENT) * size);
        return new FigurePart(
                room,
                ASCENT * size,
                size,
                (g, theme, x, y) -> {
                    g.setColor(theme.color(ink));
                    TextLines.left(g, text, x, y + ASCENT * size, font);
                });
    }

    /// Words in as many lines as they need.
    static FigurePart paragraph(String text, ColorRole ink, double width) {
        Font font = Fonts.WORDS.at(WORDS);
        return FigurePart.column(
                (LEADING - ASCENT - DESCENT) * WORDS,
                WrappedText.lines(text, font, width).stream()
                        .map(line -> line(line, ink, font))
                        .toList());
    }

    /// A sentence whose words for upstream, local and downstream have their colours.
    static FigurePart sentence(String text, Bundle language, double width) {
        Map<String, ColorRole> roles = new LinkedHashMap<>();
        roles.put(language.say(Message.of("downstream")), ColorRole.DOWNSTREAM);
        roles.put(language.say(Message.of("upstream")), ColorRole.UPSTREAM);
        roles.put(language.say(Message.of("local")), ColorRole.LOCAL);
        Pattern any =
                Pattern.compile(
                        roles.keySet().stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|")));
        Font plain = Fonts.WORDS.at(SENTENCE);
        return FigurePart.column(
                (LEADING - ASCENT - DESCENT) * SENTENCE,
                WrappedText.lines(text, plain, 0.98 * width).stream()
                        .map(line -> coloured(line, any, roles))
                        .toList());
    }

    private static FigurePart coloured(String line, Pattern any, Map<String, ColorRole> roles) {
        List<FigurePart> pieces = new ArrayList<>();
        Font plain = Fonts.WORDS.at(SENTENCE);
        int from = 0;
        Matcher found = any.matcher(line);
        while (found.find()) {
            pieces.add(line(line.substring(from, found.start()), ColorRole.INK, plain));
            ColorRole ink = roles.getOrDefault(found.group(), ColorRole.INK);
            pieces.add(line(found.group(), ink, Fonts.WORDS_BOLD.at(SENTENCE)));
            from = found.end();
        }
        pieces.add(line(line.substring(from), ColorRole.INK, plain));
        return FigurePart.row(0, pieces);
    }

    /// A formula in a line of words, no wider than a width.
    static FigurePart symbol(String tex, double size, ColorRole ink, double most) {
        double drawn = size * Math.min(1, most / FormulaPainter.measure(tex, size).width());
        return new FigurePart(
                FormulaPainter.measure(tex, drawn),
                FormulaPainter.ascent(tex, drawn, false),
                drawn,
                (g, theme, x, y) -> FormulaPainter.draw(g, tex, x, y, drawn, theme.color(ink)));
    }

    /// A formula on a line of its own, no wider than a width.
    static FigurePart formula(String tex, double size, ColorRole ink, double most) {
        double wide = FormulaPainter.measureDisplay(tex, size).width();
        double drawn = size * Math.min(1, most / wide);
        return new FigurePart(
                FormulaPainter.measureDisplay(tex, drawn),
                drawn,
                (g, theme, x, y) ->
                        FormulaPainter.drawDisplay(g, tex, x, y, drawn, theme.color(ink)));
    }

    /// A formula and what it comes to: on one line if both have room, else one below the other.
    static FigurePart formula(String tex, List<String> numbers, double size, double width) {
        String line = tex + String.join("", numbers.stream().map(n -> " = " + n).toList());
        if (numbers.isEmpty() || FormulaPainter.measureDisplay(line, size).width() <= width) {
            return formula(line, size, ColorRole.INK, width).centred(width);
        }
        FigurePart below = formula("= " + numbers.getFirst(), 0.86 * size, ColorRole.INK, width);
        FigurePart above = formula(tex, size, ColorRole.INK, width);
        return FigurePart.column(10, List.of(above.centred(width), below.centred(width)));
    }
}
