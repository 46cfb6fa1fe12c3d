package dev.backstep.ui;

import dev.backstep.lang.Mentions;
import dev.backstep.lang.Span;
import dev.backstep.session.Session;
import dev.backstep.session.ShownProgram;
import dev.backstep.ui.graph.Lights;
import dev.backstep.ui.program.EditorPane;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A name under the pointer lights the cards of its nodes, and a card its names.
final class Pointing {

    private final Session session;
    private Consumer<OptionalInt> also = _ -> {};

    Pointing(Session session, EditorPane editor, Lights lights) {
        this.session = session;
        editor.onOver(
                at ->
                        lights.light(
                                at.isEmpty()
                                        ? Set.of()
                                        : read().map(p -> named(p, at.getAsInt()))
                                                .orElse(Set.of())));
        lights.onOver(
                node -> {
                    also.accept(node);
                    editor.light(
                            node.isEmpty()
                                    ? List.of()
                                    : read().map(p -> mentions(p, node.getAsInt()))
                                            .orElse(List.of()));
                });
    }

    /// Also tells of the card under the pointer.
    void onOver(Consumer<OptionalInt> told) {
        also = told;
    }

    private static Set<Integer> named(ShownProgram shown, int at) {
        return Mentions.nodes(shown.model(), at).stream()
                .flatMap(node -> shown.shown(node).stream())
                .collect(Collectors.toSet());
    }

    private static List<Span> mentions(ShownProgram shown, int node) {
        return Mentions.of(shown.model(), shown.origin(node));
    }

    /// What the text means, if the graph on screen is that of the text.
    private Optional<ShownProgram> read() {
        return session.state()
                .good()
                .filter(p -> p.model().text().equals(session.state().document().text()));
    }
}
