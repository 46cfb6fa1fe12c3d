package dev.backstep.ui;

import dev.backstep.export.Figure;
import dev.backstep.export.figure.NodeTable;
import dev.backstep.export.figure.NodeTable.Kind;
import dev.backstep.export.figure.TableFigure;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.ui.files.FigureOffer;
import dev.backstep.ui.kit.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The tables of the node that the inspector shows, which are cut there, as figures of all their
/// numbers.
final class TableOffers {

    private TableOffers() {}

    static Stream<FigureOffer> of(ThemedState shown) {
        return shown.walkthrough().stream()
                .flatMap(w -> tables(w, node(w, shown)))
                .filter(t -> !t.isHidden() && t.refusal(t.all()).isEmpty())
                .map(table -> offer(table, shown.numbers()));
    }

    private static int node(Walkthrough w, ThemedState shown) {
        return shown.state().view().selected().orElseGet(() -> w.step(shown.step()).node());
    }

    private static Stream<NodeTable> tables(Walkthrough w, int node) {
        return w.graph().node(node).shape().isScalar()
                ? Stream.empty()
                : Arrays.stream(Kind.values())
                        .map(kind -> NodeTable.of(w, node, kind))
                        .flatMap(Optional::stream);
    }

    private static FigureOffer offer(NodeTable table, Numbers numbers) {
        Bundle language = Texts.spoken();
        String key =
                switch (table.kind()) {
                    case VALUE -> "export.table.value";
                    case GRADIENT -> "export.table.gradient";
                };
        String name = table.w().labels().words(table.node());
        return new FigureOffer(
                Texts.of(Message.of(key).with("name", name)),
                false,
                width -> Figure.of(TableFigure.of(table, table.all(), numbers, language, width)));
    }
}
