package dev.backstep.lesson;

import dev.backstep.lang.Span;
import dev.backstep.text.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Makes blocks and lines of the nodes of a document.
final class Prose {

    /// The deepest nesting of blocks and of marks in a line.
    static final int DEEPEST = 40;

    private final LessonText reading;
    private int depth;

    Prose(LessonText reading) {
        this.reading = reading;
    }

    /// What a node is as text: nothing if it shows nothing.
    List<TextBlock> block(Node node) {
        if (depth >= DEEPEST) {
            deep(node);
            return List.of();
        }
        depth++;
        try {
            return List.copyOf(made(node));
        } finally {
            depth--;
        }
    }

    /// The blocks inside a node.
    List<TextBlock> inside(Node node) {
        List<TextBlock> blocks = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            blocks.addAll(block(child));
        }
        return blocks;
    }

    private List<TextBlock> made(Node node) {
        return switch (node) {
            case Paragraph p -> paragraph(line(p));
            case Heading h -> List.of(new TextBlock.Subheading(Math.max(3, h.getLevel()), line(h)));
            case ListBlock list -> List.of(items(list));
            case BlockQuote quote -> quoted(quote);
            case FencedCodeBlock code -> listing(code);
            case IndentedCodeBlock code -> List.of(listing(code.getLiteral()));
            case HtmlBlock html -> html(html);
            case ThematicBreak _ -> List.of(new TextBlock.Rule());
            case Markdown.FormulaBlock formula -> displayed(formula);
            default -> List.of();
        };
    }

    /// A formula that is set as on a line of its own parts what stands before it from what stands
    /// behind.
    static List<TextBlock> paragraph(List<Inline> words) {
        List<TextBlock> blocks = new ArrayList<>();
        List<Inline> line = new ArrayList<>();
        for (Inline word : words) {
            if (word instanceof Inline.Math(String tex, boolean displayed) && displayed) {
                flush(line, blocks);
                blocks.add(new TextBlock.Displayed(tex));
            } else {
                line.add(word);
            }
        }
        flush(line, blocks);
        return blocks;
    }

    private static void flush(List<Inline> line, List<TextBlock> blocks) {
        while (!line.isEmpty() && isBlank(line.getFirst())) {
            line.removeFirst();
        }
        while (!line.isEmpty() && isBlank(line.getLast())) {
            line.removeLast();
        }
        if (!line.isEmpty()) {
            blocks.add(new TextBlock.Paragraph(line));
        }
        line.clear();
    }

    private static boolean isBlank(Inline piece) {
        return piece instanceof Inline.LineBreak
                || piece instanceof Inline.Words(String text) && text.isBlank();
    }

    private TextBlock items(ListBlock list) {
        int first =
                switch (list) {
                    case OrderedList o ->
                            Math.max(0, Optional.ofNullable(o.getMarkerStartNumber()).orElse(1));
                    case BulletList _ -> -1;
                    default -> -1;
                };
        List<List<TextBlock>> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(inside(item));
        }
        return new TextBlock.Items(first, items);
    }

    /// A quote inside another block, or one that asks nothing.
    private List<TextBlock> quoted(BlockQuote quote) {
        if (depth > 1 && QuestionReader.asks(quote)) {
            reading.wrong(
                    LessonText.firstLine(quote),
                    Message.of("lesson.question.inside"),
                    Message.of("lesson.hint.own.lines"));
        }
        return List.of(new TextBlock.Quoted(inside(quote)));
    }

    private List<TextBlock> listing(FencedCodeBlock code) {
        if (Programs.isProgram(code)) {
            reading.wrong(
                    LessonText.firstLine(code),
                    Message.of("lesson.program.inside"),
                    Message.of("lesson.hint.own.lines"));
        }
        return List.of(listing(code.getLiteral()));
    }

    private static TextBlock listing(String text) {
        return new TextBlock.Listing(text.stripTrailing());
    }

    private List<TextBlock> html(HtmlBlock html) {
        String text = html.getLiteral().strip();
        boolean comment = text.startsWith("<!--") && text.endsWith("-->");
        return comment ? List.of() : List.of(listing(html.getLiteral()));
    }

    private List<TextBlock> displayed(Markdown.FormulaBlock formula) {
        if (!formula.isClosed()) {
            reading.wrong(
                    LessonText.firstLine(formula),
                    Message.of("lesson.formula.open"),
                    Message.of("lesson.hint.dollars"));
            return List.of();
        }
        Span at = LessonText.at(formula);
        return Tex.refusal(formula.tex())
                .map(
                        why -> {
                            reading.wrong(at, why);
                            return List.<TextBlock>of();
                        })
                .orElseGet(() -> List.of(new TextBlock.Displayed(Tex.spaced(formula.tex()))));
    }

    /// The line that a node holds.
    List<Inline> line(Node node) {
        List<Inline> line = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            piece(child, line);
        }
        return line;
    }

    /// Adds what a node is in a line.
    void piece(Node node, List<Inline> line) {
        if (depth >= DEEPEST) {
            deep(node);
            return;
        }
        depth++;
        switch (node) {
            case Text text -> line.add(new Inline.Words(text.getLiteral()));
            case SoftLineBreak _ -> line.add(new Inline.Words(" "));
            case HardLineBreak _ -> line.add(new Inline.LineBreak());
            case Emphasis e -> line.add(new Inline.Emphasised(line(e)));
            case StrongEmphasis s -> line.add(new Inline.Strong(line(s)));
            case Code code -> line.add(new Inline.Code(code.getLiteral()));
            case Markdown.FormulaNode formula -> formula(formula, line);
            case Link link -> link(link, line);
            case Image image -> picture(image, line);
            case HtmlInline html -> html(html.getLiteral(), line);
            default -> {}
        }
        depth--;
    }

    private void formula(Markdown.FormulaNode formula, List<Inline> line) {
        Tex.refusal(formula.tex())
                .ifPresentOrElse(
                        why -> reading.wrong(LessonText.at(formula), why),
                        () ->
                                line.add(
                                        new Inline.Math(
                                                Tex.spaced(formula.tex()), formula.isDisplayed())));
    }

    private void link(Link link, List<Inline> line) {
        String address = link.getDestination();
        String start = address.toLowerCase(Locale.ROOT);
        List<Inline> inside = line(link);
        if (start.startsWith("https://") || start.startsWith("http://")) {
            line.add(new Inline.WebLink(address, inside));
            return;
        }
        reading.wrong(
                LessonText.at(link),
                Message.of("lesson.link").with("address", LessonText.shown(address)),
                Message.of("lesson.hint.link"));
        line.addAll(inside);
    }

    private void picture(Image image, List<Inline> line) {
        String file = image.getDestination();
        String description = Inline.plain(line(image)).strip();
        LessonFiles.Found found =
                FilesBeside.refusal(file)
                        .<LessonFiles.Found>map(LessonFiles.Found.Refused::new)
                        .orElseGet(() -> reading.files().picture(file));
        switch (found) {
            case LessonFiles.Found.Picture(URI address) ->
                    line.add(new Inline.Image(address, description));
            case LessonFiles.Found.Text _ ->
                    throw new IllegalStateException("a picture is asked for");
            case LessonFiles.Found.Refused(Message why) -> {
                reading.wrong(
                        LessonText.at(image),
                        Message.of("lesson.picture")
                                .with("file", LessonText.shown(file))
                                .with("why", why));
                line.add(new Inline.Words(description));
            }
        }
    }

    private static void html(String text, List<Inline> line) {
        if (!text.startsWith("<!--")) {
            line.add(new Inline.Words(text));
        }
    }

    private void deep(Node node) {
        reading.wrong(
                LessonText.at(node),
                Message.of("lesson.deep").with("most", DEEPEST),
                Message.of("lesson.hint.flat"));
    }
}
