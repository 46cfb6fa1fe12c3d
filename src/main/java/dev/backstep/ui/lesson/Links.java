package dev.backstep.ui.lesson;

import dev.backstep.session.ShownProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Names in a text that are nodes of the program: under the pointer they light their cards, and a
/// card under the pointer lights them.
final class Links {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");

    private final Consumer<Set<Integer>> over;
    private final List<Link> links = new ArrayList<>();
    private @Nullable ShownProgram program;
    private Optional<MentionedNodes> mentioned = Optional.empty();

    /// A piece of the text.
    private static final class Link {

        private final Node view;
        private final Function<MentionedNodes, Set<Integer>> find;
        private Set<Integer> nodes = Set.of();

        private Link(Node view, Function<MentionedNodes, Set<Integer>> find) {
            this.view = view;
            this.find = find;
        }
    }

    /// @param over lights the cards of these nodes
    Links(Consumer<Set<Integer>> over) {
        this.over = over;
    }

    /// Another text takes the place of this one.
    void clear() {
        links.clear();
        over.accept(Set.of());
    }

    void code(Node view, String text) {
        add(view, m -> m.code(text));
    }

    /// A formula: the pointer on a name in it lights the cards of that name, beside all names those
    /// of all.
    void formula(Region view, String tex, boolean displayed) {
        Link link = add(view, m -> m.tex(tex));
        List<FormulaPart> parts = new ArrayList<>();
        view.setOnMouseMoved(
                e -> {
                    if (parts.isEmpty() && !link.nodes.isEmpty()) {
                        parts.addAll(FormulaPart.of(tex, displayed));
                    }
                    over.accept(pointed(link, parts, e.getX() / view.getWidth()));
                });
    }

    private Set<Integer> pointed(Link link, List<FormulaPart> parts, double at) {
        Set<Integer> part =
                parts.stream()
                        .filter(p -> p.from() <= at && at < p.to())
                        .findFirst()
                        .flatMap(p -> mentioned.map(m -> m.tex(p.tex())))
                        .orElse(Set.of());
        return part.isEmpty() ? link.nodes : part;
    }

    private Link add(Node view, Function<MentionedNodes, Set<Integer>> find) {
        Link link = new Link(view, find);
        links.add(link);
        view.setOnMouseEntered(_ -> over.accept(link.nodes));
        view.setOnMouseExited(_ -> over.accept(Set.of()));
        find(link);
        return link;
    }

    private void find(Link link) {
        link.nodes = mentioned.map(link.find).orElse(Set.of());
        link.view.pseudoClassStateChanged(LINKED, !link.nodes.isEmpty());
        link.view.pseudoClassStateChanged(LIT, false);
    }

    /// The program on screen is this one now.
    @SuppressWarnings("ReferenceEquality") // another step is the same program
    void show(Optional<ShownProgram> shown) {
        if (shown.orElse(null) == program) {
            return;
        }
        program = shown.orElse(null);
        mentioned = shown.map(MentionedNodes::of);
        links.forEach(this::find);
    }

    /// Lights what speaks of a node.
    void light(OptionalInt node) {
        for (Link link : links) {
            boolean lit = node.isPresent() && link.nodes.contains(node.getAsInt());
            link.view.pseudoClassStateChanged(LIT, lit);
        }
    }
}
