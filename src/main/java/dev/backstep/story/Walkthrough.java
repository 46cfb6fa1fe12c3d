package dev.backstep.story;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Trace;
import dev.backstep.graph.Unrolled;
import dev.backstep.notation.Labels;
import dev.backstep.notation.Literals;
import dev.backstep.notation.Numbers;
import dev.backstep.optim.EarlySteps;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.OptimiserMemory;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A program differentiated, evaluated and told as a story: what everything that is shown is a
/// function of.
///
/// @param trace the values of the longer graph, so gradients too
/// @param labels what each node of the program's graph is called on screen
/// @param contributions what each drawn node receives, in the order of the story
/// @param updates what training makes of the parameters at the end of the story; nothing where it
///   ends with the last gradient
/// @param signedZeros the nodes whose −0 decides a sign
/// @param mistaken the right pass beside the one that is told, if that is done with a mistake
/// @param hidden what of it is not to be seen yet; whatever shows a number asks
public record Walkthrough(
        Story story,
        Trace trace,
        Labels labels,
        Map<Integer, List<Contribution>> contributions,
        Optional<Updates> updates,
        Set<Integer> signedZeros,
        Optional<Mistaken> mistaken,
        Hidden hidden) {

    Walkthrough(Story story, Trace trace, Labels labels, Optional<Updates> updates, Hidden hidden) {
        this(
                story,
                trace,
                labels,
                Contribution.all(story, trace),
                updates,
                SignedZeros.of(story.graph(), trace),
                Mistaken.of(story, trace, labels, updates),
                hidden);
    }

    /// Differentiates `output` and evaluates.
    ///
    /// @param leaves the value of each leaf, by node
    public static Walkthrough of(
            Graph graph, int output, Map<Integer, Tensor> leaves, Story.Grain grain) {
        return of(graph, output, leaves, grain, true);
    }

    /// The same.
    ///
    /// @param literals whether each literal has a card, or only those that no formula writes out
    public static Walkthrough of(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            Story.Grain grain,
            boolean literals) {
        return of(graph, output, leaves, grain, literals, BackwardPass.RIGHT, Optional.empty());
    }

    /// The same by a backward pass that may be mistaken.
    ///
    /// @param trained what the parameters move by, if they do: some mistakes are made between two
    ///   steps of it
    public static Walkthrough of(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            Story.Grain grain,
            boolean literals,
            BackwardPass pass,
            Optional<Optimiser> trained) {
        Adjoint adjoint = Adjoint.of(graph, output, pass);
        Trace trace = EarlySteps.trace(graph, adjoint, leaves, trained);
        return of(drawn(graph, output, literals, Folding.NONE), adjoint, trace, grain);
    }

    /// The same with values that are known already.
    ///
    /// @param trace of the longer graph, gradients included, by the same pass
    public static Walkthrough of(
            Graph graph,
            int output,
            Trace trace,
            Story.Grain grain,
            boolean literals,
            BackwardPass pass) {
        DrawnGraph drawn = drawn(graph, output, literals, Folding.NONE);
        return of(drawn, Adjoint.of(graph, output, pass), trace, grain);
    }

    private static Walkthrough of(
            DrawnGraph drawn, Adjoint adjoint, Trace trace, Story.Grain grain) {
        return new Walkthrough(
                Story.of(drawn, adjoint, grain),
                trace,
                Labels.of(drawn.graph()),
                Optional.empty(),
                Hidden.NONE);
    }

    /// The same program told on to the update of each parameter that has a gradient, in the order
    /// of the graph, by the first step of an optimiser. Cost: nothing is moved before it is asked
    /// for.
    public Walkthrough followedBy(Optimiser optimiser) {
        return followedBy(optimiser, OptimiserMemory.EMPTY);
    }

    /// The same by the step that comes after those that are remembered.
    public Walkthrough followedBy(Optimiser optimiser, OptimiserMemory memory) {
        return followedBy(new Updates(optimiser, memory, graph(), adjoint(), trace));
    }

    private Walkthrough followedBy(Updates moved) {
        return new Walkthrough(
                story.followedBy(moved.parameters()),
                trace,
                labels,
                contributions,
                Optional.of(moved),
                signedZeros,
                mistaken.map(m -> m.with(r -> r.followedBy(moved.optimiser(), moved.memory()))),
                hidden);
    }

    /// The same program with other numbers in its leaves; nothing but the numbers changes.
    public Walkthrough with(Map<Integer, Tensor> leaves) {
        Map<Integer, Tensor> all = new HashMap<>(leaves);
        adjoint()
                .slip()
                .ifPresent(m -> m.carried().keySet().forEach(id -> all.put(id, trace.value(id))));
        Trace changed = Trace.of(adjoint().graph(), all);
        return new Walkthrough(story, changed, labels, updates.map(u -> u.with(changed)), hidden);
    }

    /// The same story told in steps of another size.
    public Walkthrough by(Story.Grain grain) {
        return told(drawn(), grain);
    }

    /// The same story with other groups folded. All numbers stay the very same.
    public Walkthrough folded(Folding folding) {
        return folding.equals(drawn().folding())
                ? this
                : told(drawn().with(folding), story.grain());
    }

    private Walkthrough told(DrawnGraph drawn, Story.Grain grain) {
        Story told = Story.of(drawn, adjoint(), grain);
        List<Integer> moved = updates.map(Updates::parameters).orElse(List.of());
        return with(
                told.followedBy(moved), Contribution.all(told, trace), r -> r.told(drawn, grain));
    }

    /// The same with other numbers hidden. All numbers stay the very same.
    public Walkthrough hiding(Hidden wanted) {
        return new Walkthrough(
                story, trace, labels, contributions, updates, signedZeros, mistaken, wanted);
    }

    /// The same story with a card for every literal, or only for those that no formula writes out.
    /// Only a number that is computed from literals has a step, when it has a card.
    public Walkthrough withLiterals(boolean cards) {
        Story told = story.of(drawn(graph(), output(), cards, drawn().folding()));
        return with(told, contributions, r -> r.withLiterals(cards));
    }

    /// @param right does the same to the right pass
    private Walkthrough with(
            Story told,
            Map<Integer, List<Contribution>> received,
            UnaryOperator<Walkthrough> right) {
        return new Walkthrough(
                told,
                trace,
                labels,
                received,
                updates,
                signedZeros,
                mistaken.map(m -> m.with(right)),
                hidden);
    }

    /// The numbers that all matrices are opened into. A cell is called by what its matrix is called
    /// on screen.
    public Unrolled unrolled() {
        return Unrolled.of(graph(), id -> OpenTensors.called(this, id));
    }

    /// The same with only these matrices opened, see [OpenTensors].
    public Unrolled unrolled(Set<Integer> opened) {
        return Unrolled.of(graph(), opened, id -> OpenTensors.called(this, id));
    }

    /// The same program told number by number: what this one knows a cell to be, it is there.
    ///
    /// @param unrolled of this program, see [#unrolled]
    /// @param literals whether each literal has a card
    public Walkthrough opened(Unrolled unrolled, boolean literals) {
        int out = unrolled.scalar(output());
        Adjoint opened = Adjoint.of(unrolled.graph(), out);
        Map<Integer, Tensor> known = unrolled.values(trace.values());
        Trace values = Trace.of(opened.graph(), known, id -> Optional.ofNullable(known.get(id)));
        Walkthrough told =
                of(
                        drawn(unrolled.graph(), out, literals, Folding.NONE),
                        opened,
                        values,
                        story.grain());
        return updates.map(u -> told.followedBy(u.opened(unrolled, opened, values)))
                .orElse(told)
                .hiding(hidden.opened(unrolled));
    }

    private static DrawnGraph drawn(Graph graph, int output, boolean literals, Folding folding) {
        Set<Integer> written = literals ? Set.of() : Literals.writtenInFormulas(graph, output);
        return DrawnGraph.of(graph, output, written, folding);
    }

    /// The program's graph, without the gradients that make it longer.
    public Graph graph() {
        return story.graph();
    }

    /// The program's graph as it is drawn.
    public DrawnGraph drawn() {
        return story.drawn();
    }

    public Adjoint adjoint() {
        return story.adjoint();
    }

    public int output() {
        return adjoint().output();
    }

    /// The number of steps.
    public int size() {
        return story.size();
    }

    public Step step(int index) {
        return story.step(index);
    }

    public Tensor value(int node) {
        return trace.value(node);
    }

    /// The same with the right pass, step for step: itself where no mistake was asked for.
    public Walkthrough rightly() {
        return mistaken.map(m -> m.rightly(this)).orElse(this);
    }

    /// How the value of a node is shown: with −0 as `−0` if its sign decides another one.
    public Numbers numbersOf(int node, Numbers numbers) {
        return numbers.withSignedZero(signedZeros.contains(node));
    }

    /// The whole gradient of a node, if any.
    public Optional<Tensor> gradient(int node) {
        return adjoint().gradient(node).map(trace::value);
    }

    /// What an edge hands to its drawn source, in the shape of that source; nothing where no
    /// gradient passes.
    public Optional<Tensor> handed(Edge edge) {
        return adjoint().flow(edge).map(_ -> trace.value(drawn().arrives(adjoint(), edge)));
    }
}
