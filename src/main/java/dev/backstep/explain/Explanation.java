package dev.backstep.explain;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Mistake;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Remembered;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;

/// One step in words and formulas, as the inspector shows it.
///
/// @param title what the node does, in a word or two: `multiply`, `matrix product`
/// @param formula TeX of the op, symbolic: `c = b \cdot y`
/// @param substituted TeX with the numbers put in: `2 \cdot 4 = 8`; nothing where matrices are too
///   large to write
/// @param sentence what happens at this step, in one plain sentence with its numbers
/// @param flows one an edge that the step uses backward, in the order of the operands; empty in a
///   forward step
/// @param remembered what forward values the backward step of this node needs, as TeX: `b`, `y`
public record Explanation(
        Message title,
        String formula,
        Optional<String> substituted,
        Message sentence,
        List<Handed> flows,
        List<String> remembered) {

    public Explanation {
        flows = List.copyOf(flows);
        remembered = List.copyOf(remembered);
    }

    /// Explains one step of a story.
    public static Explanation of(Walkthrough w, int step, Numbers numbers) {
        Step now = w.step(step);
        if (w.hidden().hidesStep(w, now)) {
            return hidden(w, step, numbers);
        }
        if (now instanceof Step.ParameterUpdate(int node)) {
            return update(Change.of(w, node, numbers));
        }
        List<Edge> edges =
                now instanceof Step.Backward(int _, List<Edge> used)
                        ? DrawnGraph.byOperand(used)
                        : List.of();
        boolean seed = now instanceof Step.Seed;
        String label = w.labels().tex(now.node());
        return new Explanation(
                seed ? Message.of("title.seed") : title(w, now.node(), numbers),
                seed
                        ? Formulas.partial(label, label) + (isTurned(w) ? " = -1" : " = 1")
                        : Formulas.of(w.drawn(), w.labels(), now.node()),
                seed ? Optional.empty() : Formulas.substituted(w, now.node(), numbers),
                Sentences.of(w, step, numbers),
                edges.stream()
                        .map(edge -> new DownstreamFormulas(w, edge, numbers).handed())
                        .toList(),
                Remembered.along(w, edges).stream().map(w.labels()::tex).toList());
    }

    private static boolean isTurned(Walkthrough w) {
        return w.adjoint().makes(Mistake.SIGN);
    }

    /// The local gradient of an edge as a formula of forward values, in TeX.
    public static String localGradient(Walkthrough w, Edge edge, Numbers numbers) {
        return new DownstreamFormulas(w, edge, numbers).handed().ruleTex();
    }

    /// What an edge hands on as a product of upstream and local gradient, in TeX.
    public static String product(Walkthrough w, Edge edge, Numbers numbers) {
        return new DownstreamFormulas(w, edge, numbers).handed().productTex();
    }

    /// The formula alone, without a number.
    private static Explanation hidden(Walkthrough w, int step, Numbers numbers) {
        int node = w.step(step).node();
        return new Explanation(
                title(w, node, numbers),
                Formulas.of(w.drawn(), w.labels(), node),
                Optional.empty(),
                Sentences.of(w, step, numbers),
                List.of(),
                List.of());
    }

    private static Message title(Walkthrough w, int vertex, Numbers numbers) {
        return w.drawn()
                .folded(vertex)
                .map(f -> new FoldedSentences(w, f, numbers).title())
                .orElseGet(() -> Titles.of(w.graph().node(vertex).op()));
    }

    private static Explanation update(Change change) {
        Change.Line rule = change.lines().getLast();
        return new Explanation(
                Message.of("title.update").with("optimiser", change.optimiser()),
                rule.rule(),
                rule.numbers(),
                change.sentence(),
                List.of(),
                List.of());
    }

    /// **upstream × local = downstream** of one edge.
    ///
    /// @param edge from the active node to its operand
    /// @param to the drawn node that receives, see [dev.backstep.graph.DrawnGraph#source]
    /// @param upstreamTex `\frac{\partial L}{\partial c}`
    /// @param localTex `\frac{\partial c}{\partial b}`
    /// @param ruleTex the local gradient as a formula of forward values: `y`, `2x`,
    ///   `\sigma(x)(1-\sigma(x))`
    /// @param substitutedTex that with the numbers put in: `4`, `2\cdot1`; nothing where they are
    ///   matrices
    /// @param downstreamTex `\frac{\partial L}{\partial b}`; where the operand has several edges,
    ///   the share of this one
    /// @param productTex the whole rule, how upstream and local go together: `\frac{\partial
    ///   L}{\partial c}\cdot y`, `W^{\top}\frac{\partial L}{\partial Z}`
    /// @param equation the tables of that rule
    /// @param local in its shortest form (see [dev.backstep.graph.LocalGradient]); nothing where
    ///   only the whole Jacobian says it and it is too large to write
    public record Handed(
            Edge edge,
            int to,
            String upstreamTex,
            String localTex,
            String ruleTex,
            Optional<String> substitutedTex,
            String downstreamTex,
            String productTex,
            Equation equation,
            Tensor upstream,
            Optional<Tensor> local,
            Tensor downstream) {}
}
