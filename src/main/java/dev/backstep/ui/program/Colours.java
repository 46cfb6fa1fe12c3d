package dev.backstep.ui.program;

import dev.backstep.lang.Coloring;
import dev.backstep.lang.Problem;
import dev.backstep.lang.Span;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The style classes of a program text: its syntax, and `problem` under the characters that are
/// wrong.
final class Colours {

    /// Texts longer than this stay without syntax colours, so that typing stays quick.
    private static final int LONGEST = 60_000;

    private Colours() {}

    /// @param text not empty
    /// @param lit what something elsewhere points at
    static StyleSpans<Collection<String>> of(String text, List<Problem> problems, List<Span> lit) {
        StyleSpans<Collection<String>> syntax =
                text.length() > LONGEST ? plain(text.length()) : syntax(text);
        for (Problem problem : problems) {
            syntax =
                    syntax.overlay(
                            marked("problem", visible(problem.span(), text), text.length()),
                            Colours::both);
        }
        for (Span place : lit) {
            if (place.end() <= text.length()) {
                syntax = syntax.overlay(marked("lit", place, text.length()), Colours::both);
            }
        }
        return syntax;
    }

    /// At least one character wide: what is missing at the end of a line is marked under its last
    /// character.
    static Span visible(Span span, String text) {
        int start = Math.min(span.start(), text.length());
        int end = Math.min(Math.max(span.end(), start), text.length());
        if (end > start) {
            return new Span(start, end);
        }
        boolean atLineEnd = start == text.length() || text.charAt(start) == '\n';
        return atLineEnd && start > 0
                ? new Span(start - 1, start)
                : new Span(start, Math.min(start + 1, text.length()));
    }

    private static StyleSpans<Collection<String>> syntax(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        for (Coloring.Piece piece : Coloring.of(text)) {
            spans.add(List.of(), piece.span().start() - at);
            String style = piece.kind().name().toLowerCase(Locale.ROOT);
            spans.add(Set.of(style), piece.span().end() - piece.span().start());
            at = piece.span().end();
        }
        return spans.add(List.of(), text.length() - at).create();
    }

    private static StyleSpans<Collection<String>> plain(int length) {
        return new StyleSpansBuilder<Collection<String>>().add(List.of(), length).create();
    }

    private static StyleSpans<Collection<String>> marked(String style, Span span, int length) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        spans.add(List.of(), span.start());
        spans.add(List.of(style), span.end() - span.start());
        return spans.add(List.of(), length - span.end()).create();
    }

    private static Collection<String> both(Collection<String> a, Collection<String> b) {
        if (b.isEmpty()) {
            return a;
        }
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
