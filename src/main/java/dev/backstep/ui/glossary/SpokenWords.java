package dev.backstep.ui.glossary;

import dev.backstep.glossary.Glossary;
import dev.backstep.glossary.Glossary.Found;
import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.ui.kit.Clicks;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The terms in what a part of the window says: in its own words first, then in its tooltip and in
/// what a screen reader is told.
public final class SpokenWords {

    private SpokenWords() {}

    /// The terms of a node, of several the first that it says first; each once.
    public static List<GlossaryTerm> terms(Node node) {
        Set<GlossaryTerm> terms = new LinkedHashSet<>();
        words(node).forEach(said -> terms.addAll(in(said)));
        return List.copyOf(terms);
    }

    /// The nearest node that says a term: this one, or one around it, no farther than the control
    /// it belongs to.
    static Optional<Node> at(@Nullable Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!terms(n).isEmpty()) {
                return Optional.of(n);
            }
            if (n instanceof Control && !(n instanceof Label)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// The terms that can be read now below a node, from the first to the last; each once.
    public static List<GlossaryTerm> seen(Node below) {
        Set<GlossaryTerm> terms = new LinkedHashSet<>();
        spoken(below).forEach(n -> terms.addAll(in(written(n))));
        return List.copyOf(terms);
    }

    /// What is seen below a node and says something of its own.
    static Stream<Node> spoken(Node below) {
        if (!below.isVisible() || below instanceof TextInputControl) {
            return Stream.empty();
        }
        if (!written(below).isEmpty()) {
            return Stream.of(below);
        }
        return below instanceof Parent p
                ? p.getChildrenUnmodifiable().stream().flatMap(SpokenWords::spoken)
                : Stream.empty();
    }

    /// Whether a click on it has no other use, so that it may explain what it says.
    static boolean isFree(Label label) {
        return around(label).noneMatch(SpokenWords::isClicked);
    }

    /// A part of what only holds others may watch clicks, but only to drag all of it.
    private static boolean isClicked(Node node) {
        return node instanceof Control && !(node instanceof Label) && !holds(node)
                || Clicks.areUsed(node) && !holds(node.getParent());
    }

    private static boolean holds(@Nullable Node node) {
        return node instanceof ScrollPane || node instanceof SplitPane || node instanceof ListView;
    }

    /// Whether a double click on it does something else than a single one.
    static boolean isDoubleClicked(Label label) {
        return around(label).anyMatch(Clicks::areUsedTwice);
    }

    /// A node and all that it lies in.
    private static Stream<Node> around(Node node) {
        return Stream.iterate(node, n -> n != null, Node::getParent);
    }

    /// The terms in a text, each once.
    public static List<GlossaryTerm> in(String said) {
        return Glossary.in(Texts.spoken()).find(said).stream().map(Found::term).distinct().toList();
    }

    /// What can be read on it.
    static String written(Node node) {
        String text =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case Text words -> words.getText();
                    default -> "";
                };
        return text == null ? "" : text;
    }

    private static Stream<String> words(Node node) {
        Stream<String> told =
                Stream.of(
                                Optional.ofNullable(node.getAccessibleText())
                                        .filter(_ -> node instanceof Control),
                                Tips.of(node))
                        .flatMap(Optional::stream);
        return Stream.concat(Stream.of(written(node)), told);
    }
}
