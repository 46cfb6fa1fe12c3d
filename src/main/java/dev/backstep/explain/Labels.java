package dev.backstep.explain;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import java.util.ArrayList;
import java.util.List;

/// What each node is called on screen: its name, or a letter where the program gives it none.
public final class Labels {

    private final List<String> plain;

    private Labels(List<String> plain) {
        this.plain = List.copyOf(plain);
    }

    public static Labels of(Graph graph) {
        List<String> plain = new ArrayList<>();
        for (Node node : graph.nodes()) {
            plain.add(node.name().orElse("n" + node.id()));
        }
        return new Labels(plain);
    }

    /// For plain text: `W1`, `yhat`, `a`.
    public String plain(int node) {
        return plain.get(node);
    }

    /// For a formula: `W^{[1]}`, `\hat{y}`, `a`.
    public String tex(int node) {
        return plain.get(node);
    }
}
