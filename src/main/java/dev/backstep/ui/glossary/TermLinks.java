package dev.backstep.ui.glossary;

import dev.backstep.glossary.Glossary;
import dev.backstep.glossary.Glossary.Found;
import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.ui.kit.PressedText;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/// Makes terms of the glossary clickable where they stand.
public final class TermLinks {

    private static final PseudoClass TERM = PseudoClass.getPseudoClass("term");

    /// A stretch of a text: a term, or what stands between terms.
    public record Passage(String words, Optional<GlossaryTerm> term) {}

    private TermLinks() {}

    /// A text cut at its terms, in the language now spoken; put together again it is the same.
    public static List<Passage> cut(String text) {
        List<Passage> stretches = new ArrayList<>();
        int at = 0;
        for (Found found : Glossary.in(Texts.spoken()).find(text)) {
            if (found.start() > at) {
                stretches.add(new Passage(text.substring(at, found.start()), Optional.empty()));
            }
            stretches.add(
                    new Passage(
                            text.substring(found.start(), found.end()), Optional.of(found.term())));
            at = found.end();
        }
        if (at < text.length()) {
            stretches.add(new Passage(text.substring(at), Optional.empty()));
        }
        return stretches;
    }

    /// A text in pieces that are shown one behind the other; its terms can be clicked.
    public static List<Text> texts(String text) {
        return cut(text).stream().map(TermLinks::text).toList();
    }

    /// The same. The first time that a text has a term the term is marked, and can be reached and
    /// pressed with the keyboard.
    ///
    /// @param told the terms that the text has had already; those met here are added
    public static List<Text> texts(String text, Set<GlossaryTerm> told) {
        List<Text> texts = new ArrayList<>();
        for (Passage passage : cut(text)) {
            Text piece = text(passage);
            passage.term()
                    .filter(told::add)
                    .ifPresent(
                            term -> {
                                piece.getStyleClass().add("term-first");
                                PressedText.on(
                                        piece,
                                        AccessibleRole.HYPERLINK,
                                        t -> t.fireEvent(new TermAsked(List.of(term), t)));
                            });
            texts.add(piece);
        }
        return texts;
    }

    private static Text text(Passage stretch) {
        Text text = new Text(stretch.words());
        link(text, stretch.term());
        return text;
    }

    /// Lets a label that says nothing but a term be pressed with the keyboard as well; it is marked
    /// and clicked as any other.
    public static void reach(Label label) {
        List<Passage> stretches = cut(label.getText());
        if (stretches.size() == 1 && stretches.getFirst().term().isPresent()) {
            GlossaryTerm term = stretches.getFirst().term().get();
            label.setFocusTraversable(true);
            label.setAccessibleRole(AccessibleRole.HYPERLINK);
            label.setOnKeyPressed(
                    e -> {
                        if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                            label.fireEvent(new TermAsked(List.of(term), label));
                            e.consume();
                        }
                    });
        }
    }

    /// Makes what shows a term clickable, or what no longer shows one not so.
    public static void link(Node node, Optional<GlossaryTerm> term) {
        node.pseudoClassStateChanged(TERM, term.isPresent());
        node.setOnMouseClicked(term.isEmpty() ? null : e -> ask(node, term.get(), e));
    }

    private static void ask(Node node, GlossaryTerm term, MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
            node.fireEvent(new TermAsked(List.of(term), node));
            e.consume();
        }
    }
}
