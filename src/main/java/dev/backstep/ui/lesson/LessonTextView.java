package dev.backstep.ui.lesson;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.lesson.Inline;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.TextBlock;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.ui.glossary.TermLinks;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.PressedText;
import dev.backstep.ui.kit.Tips;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The text of a lesson, typeset: words in Inter, formulas on their base line.
public final class LessonTextView extends VBox {

    /// The size of its words, in points of the window, and that of the letters of its formulas.
    private static final double WORDS = 14;

    private static final double FORMULA = 1.22 * WORDS;
    private static final double DISPLAYED = 1.3 * WORDS;

    /// What stands between two pieces of a formula on one line.
    private static final double QUAD = 24;

    /// The widest picture that is loaded, in pixels.
    private static final double WIDEST = 1600;

    private final double scale;
    private final Links links;
    private final List<FormulaView> wide = new ArrayList<>();
    private final Set<GlossaryTerm> terms = new HashSet<>();
    private Theme theme = Theme.LIGHT;

    /// @param scale how large its words are: 1 as in a panel
    LessonTextView(double scale, Links links) {
        this.scale = scale;
        this.links = links;
        getStyleClass().add("lesson-text");
        setSpacing(12 * scale);
        setStyle("-fx-font-size: " + WORDS * scale + "px;");
        widthProperty().addListener((_, _, now) -> limit(now.doubleValue()));
    }

    /// A text for who only reads: nothing lights up.
    public LessonTextView(double scale) {
        this(scale, new Links(_ -> {}));
    }

    /// Shows a text in the place of the one before.
    ///
    /// @param ask makes the place of a question
    public void show(List<TextBlock> blocks, Theme colours, Function<LessonQuestion, Node> ask) {
        theme = colours;
        wide.clear();
        terms.clear();
        links.clear();
        getChildren().setAll(nodes(blocks, ask));
        limit(getWidth());
    }

    private void limit(double width) {
        if (width > 0) {
            wide.forEach(f -> f.limit(width));
        }
    }

    private List<Node> nodes(List<TextBlock> blocks, Function<LessonQuestion, Node> ask) {
        return blocks.stream().map(b -> node(b, ask)).toList();
    }

    private Node node(TextBlock block, Function<LessonQuestion, Node> ask) {
        return switch (block) {
            case TextBlock.Paragraph(var words) -> line(words);
            case TextBlock.Subheading(int _, var words) -> styled(line(words), "lesson-heading");
            case TextBlock.Displayed shown -> displayed(shown);
            case TextBlock.Items items -> items(items, ask);
            case TextBlock.Listing(String text) -> listing(text);
            case TextBlock.Quoted(var inside) ->
                    styled(new VBox(8, array(inside, ask)), "lesson-quote");
            case TextBlock.Rule() -> styled(new Region(), "lesson-rule");
            case TextBlock.Asked(LessonQuestion question) -> ask.apply(question);
        };
    }

    private Node[] array(List<TextBlock> blocks, Function<LessonQuestion, Node> ask) {
        return nodes(blocks, ask).toArray(Node[]::new);
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }

    private Node displayed(TextBlock.Displayed shown) {
        FlowPane pieces = new FlowPane(QUAD * scale, 8 * scale);
        pieces.setAlignment(Pos.CENTER);
        pieces.setMinWidth(0);
        pieces.getStyleClass().add("lesson-displayed");
        for (String tex : shown.pieces()) {
            FormulaView formula = FormulaView.display(DISPLAYED * scale, ColorRole.INK);
            formula(formula, tex, true);
            wide.add(formula);
            pieces.getChildren().add(formula);
        }
        return pieces;
    }

    private void formula(FormulaView view, String tex, boolean displayed) {
        view.show(tex, theme);
        view.getStyleClass().add("lesson-formula");
        links.formula(view, tex, displayed);
    }

    private Node items(TextBlock.Items list, Function<LessonQuestion, Node> ask) {
        VBox rows = new VBox(6 * scale);
        int number = list.first();
        for (List<TextBlock> item : list.items()) {
            Label mark = new Label(list.isNumbered() ? number++ + "." : "•");
            mark.setMinWidth(18 * scale);
            mark.getStyleClass().add("lesson-mark");
            VBox inside = new VBox(6 * scale, array(item, ask));
            HBox.setHgrow(inside, Priority.ALWAYS);
            inside.setMinWidth(0);
            HBox row = new HBox(4, mark, inside);
            row.setAlignment(Pos.TOP_LEFT);
            rows.getChildren().add(row);
        }
        return rows;
    }

    private static Node listing(String text) {
        Label code = new Label(text);
        code.getStyleClass().add("lesson-listing");
        code.setWrapText(true);
        code.setMaxWidth(Double.MAX_VALUE);
        return code;
    }

    /// The title of a stop, as it is typeset.
    Node title(List<Inline> heading) {
        TextFlow title = line(heading);
        title.getStyleClass().add("lesson-title");
        return title;
    }

    /// A line of words, as the lesson has it, wrapped.
    TextFlow line(List<Inline> words) {
        TextFlow line = new TextFlow();
        line.setLineSpacing(4.5 * scale);
        line.setMinWidth(0);
        words.forEach(w -> add(w, line, "lesson-words"));
        return line;
    }

    private void add(Inline piece, TextFlow line, String style) {
        switch (piece) {
            case Inline.Words(String text) ->
                    TermLinks.texts(text, terms)
                            .forEach(t -> line.getChildren().add(han(styled(t, style))));
            case Inline.Emphasised(var inside) ->
                    inside.forEach(i -> add(i, line, "lesson-emphasised"));
            case Inline.Strong(var inside) -> inside.forEach(i -> add(i, line, "lesson-strong"));
            case Inline.Code(String text) -> {
                Text code = styled(new Text(text), "lesson-code");
                links.code(code, text);
                line.getChildren().add(code);
            }
            case Inline.Math(String tex, boolean _) -> {
                FormulaView formula = new FormulaView(FORMULA * scale, ColorRole.INK);
                formula(formula, tex, false);
                wide.add(formula);
                line.getChildren().add(formula);
            }
            case Inline.WebLink(String address, var inside) -> link(address, inside, line, style);
            case Inline.Image(var address, String description) -> {
                Image image = new Image(address.toString(), WIDEST, 0, true, true, true);
                ImageView view = new ImageView(image);
                view.setAccessibleText(description);
                view.setPreserveRatio(true);
                image.progressProperty()
                        .addListener((_, _, _) -> view.setFitWidth(fit(image.getWidth())));
                line.getChildren().add(view);
            }
            case Inline.LineBreak() -> line.getChildren().add(new Text("\n"));
        }
    }

    /// The font of Chinese signs has neither a bold nor an italic face: where words are emphasised,
    /// they are drawn with a stroke.
    private static Text han(Text words) {
        boolean han =
                words.getText()
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == UnicodeScript.HAN);
        if (han) {
            words.getStyleClass().add("han");
        }
        return words;
    }

    /// What stands for a page of the web, to be pressed; an address that is none is only told.
    private void link(String address, List<Inline> inside, TextFlow line, String style) {
        Optional<WebAddress> page = WebAddress.of(address);
        if (page.isEmpty()) {
            inside.forEach(i -> add(i, line, style));
            line.getChildren().add(styled(new Text(" (" + address + ")"), "lesson-address"));
            return;
        }
        String words = Inline.plain(inside).strip();
        Text text = styled(new Text(words.isEmpty() ? address : words), "lesson-link");
        Tips.on(text, () -> page.get().shown());
        PressedText.on(text, AccessibleRole.HYPERLINK, t -> t.fireEvent(new LinkAsked(page.get())));
        line.getChildren().add(text);
    }

    private double fit(double natural) {
        return Math.min(natural, Math.max(1, getWidth()));
    }
}
