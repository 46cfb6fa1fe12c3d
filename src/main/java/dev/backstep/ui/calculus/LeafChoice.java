package dev.backstep.ui.calculus;

import dev.backstep.calculus.ModeCosts;
import dev.backstep.graph.Node;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The leaf that a sheet is about, chosen from those with a gradient; it stays chosen while the
/// program has it.
final class LeafChoice extends HBox {

    private final NodeChoice choice;
    private String leaf = "";
    private ShownProgram program;

    /// @param heading the key of what stands before it
    /// @param name the key of what it is called
    /// @param chosen told when another one is chosen
    LeafChoice(ShownProgram program, String heading, String name, Runnable chosen) {
        super(8);
        this.program = program;
        this.choice =
                new NodeChoice(
                        Texts.of(name),
                        node -> {
                            leaf = this.program.keys().key(node);
                            chosen.run();
                        });
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Label(Texts.of(heading)), choice);
    }

    /// The leaf of this program; nothing if none has a gradient.
    OptionalInt show(ShownProgram now, Walkthrough w) {
        program = now;
        List<Integer> leaves = ModeCosts.leaves(w).stream().map(Node::id).toList();
        if (leaves.isEmpty()) {
            return OptionalInt.empty();
        }
        int node =
                now.keys().node(leaf).stream()
                        .filter(leaves::contains)
                        .findFirst()
                        .orElseGet(leaves::getFirst);
        choice.show(w, leaves, node);
        return OptionalInt.of(node);
    }
}
