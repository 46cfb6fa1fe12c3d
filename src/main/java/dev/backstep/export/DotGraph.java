package dev.backstep.export;

import dev.backstep.explain.Formulas;
import dev.backstep.explain.MistakeWords;
import dev.backstep.graph.Edge;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Arrivals;
import dev.backstep.story.Mistaken;
import dev.backstep.story.Progress;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.dot.DOTExporter;

/// A drawn graph in the language of Graphviz, as it stands at one step: a node a card, with name,
/// value and gradient as far as they are known, and an edge an operand, with what it hands back.
///
/// Source: Gansner, Koutsofios and North, Drawing graphs with dot, 2015.
public record DotGraph(Walkthrough w, int step, Numbers numbers) {

    private static final String ACTIVE = "2.5";
    private static final String PROBLEM = "red";

    /// Writes all of it; names stand between quotes, whatever they hold.
    public void write(Writer to) {
        Progress at = Progress.at(w, step);
        DOTExporter<Integer, Edge> dot = new DOTExporter<>(v -> "n" + v);
        dot.setGraphIdProvider(() -> "backstep");
        dot.setGraphAttributeProvider(this::graph);
        dot.setVertexAttributeProvider(v -> card(at, v));
        dot.setEdgeAttributeProvider(e -> wire(at, e));
        dot.exportGraph(w.drawn(), to);
    }

    /// Above the graph stands whether backward is computed with a mistake.
    private Map<String, Attribute> graph() {
        Map<String, Attribute> graph = new LinkedHashMap<>();
        graph.put("rankdir", text("LR"));
        MistakeWords.line(w, numbers)
                .ifPresent(
                        line -> {
                            String said = quoted(Bundle.ENGLISH.say(line)).replace("\"", "\\\"");
                            graph.put("label", text("\"" + said + "\"")); // put in as it is
                            graph.put("labelloc", text("t"));
                            graph.put("fontcolor", text(PROBLEM));
                        });
        return graph;
    }

    /// What should have arrived at a node by now, if a mistake makes it another number.
    private Optional<String> right(Progress at, int vertex) {
        return w.mistaken()
                .flatMap(_ -> Progress.at(w.rightly(), step).gradient(vertex))
                .filter(r -> at.gradient(vertex).filter(g -> Mistaken.differ(r, g)).isPresent())
                .map(r -> r.shape().isScalar() ? numbers.brief(r) : "");
    }

    private Map<String, Attribute> card(Progress at, int vertex) {
        Map<String, Attribute> card = new LinkedHashMap<>();
        String value = at.isValueSeen(vertex) ? numbers.brief(at.value(vertex)) : "";
        String gradient = at.gradient(vertex).map(numbers::brief).orElse("");
        card.put("shape", text("box"));
        card.put("style", text("rounded"));
        card.put("label", text(quoted(w.labels().plain(vertex)) + line(value) + line(gradient)));
        card.put("texlbl", text("$" + Formulas.of(w.drawn(), w.labels(), vertex) + "$"));
        Optional<String> right = right(at, vertex);
        right.ifPresent(_ -> card.put("color", text(PROBLEM)));
        right.filter(r -> !r.isEmpty())
                .map(r -> Bundle.ENGLISH.say(Message.of("export.rightly").with("right", r)))
                .ifPresent(r -> card.put("xlabel", text(quoted(r))));
        if (vertex == at.active()) {
            card.put("penwidth", text(ACTIVE));
        }
        return card;
    }

    /// Whether a later gradient has overwritten what an edge has handed on.
    private boolean isLost(Edge edge) {
        return Arrivals.of(w, step, w.drawn().source(edge).id()).lost(w).stream()
                .anyMatch(c -> c.edge().equals(edge));
    }

    private static String line(String of) {
        return of.isEmpty() ? "" : "\\n" + quoted(of);
    }

    private Map<String, Attribute> wire(Progress at, Edge edge) {
        Map<String, Attribute> wire = new LinkedHashMap<>();
        if (at.isCrossed(edge)) {
            w.handed(edge).map(numbers::brief).ifPresent(g -> wire.put("label", text(quoted(g))));
            if (isLost(edge)) {
                wire.put("style", text("dashed"));
                wire.put("color", text(PROBLEM));
            }
        }
        if (at.edges().contains(edge)) {
            wire.put("penwidth", text(ACTIVE));
        }
        return wire;
    }

    /// In a label a backslash begins what Graphviz puts in for it.
    private static String quoted(String text) {
        return text.replace("\\", "\\\\");
    }

    private static Attribute text(String value) {
        return DefaultAttribute.createAttribute(value);
    }
}
