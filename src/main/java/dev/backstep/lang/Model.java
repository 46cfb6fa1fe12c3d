package dev.backstep.lang;

import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.optim.EarlySteps;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a program means.
///
/// @param output the node to differentiate
/// @param names every name the program assigns, in order, and its node; two names may share a node
/// @param leaves the value of each leaf
/// @param literals for each leaf that stands in the text the characters of its right side; `X` and
///   `y` of a data set and the parameters of an `mlp` do not
/// @param origins where in the text everything comes from
/// @param groups those that lie in no other, in order: sections, calls of functions, layers of
///   `mlp`, lines that compute something
/// @param notes what the program says behind `#` of what a statement gives, by node
/// @param relu0 the local gradient of `relu` at 0 that the program has set, or ½
/// @param mistake what backward is computed with, if the program has set one
/// @param learning what its `data` and `train` lines say; nothing where it has neither, or is shown
///   on other samples than those of its data
public record Model(
        String text,
        Graph graph,
        int output,
        Map<Integer, Tensor> leaves,
        Map<String, Integer> names,
        Map<Integer, Span> literals,
        Origins origins,
        List<Group> groups,
        Map<Integer, String> notes,
        double relu0,
        Optional<Mistake> mistake,
        Optional<Learning> learning) {

    /// Where in the text things come from.
    ///
    /// @param nodes by node id
    /// @param assignments for each name the whole statement that assigns it
    /// @param elements for each leaf that is a matrix literal the characters of each element, row
    ///   by row; else none
    /// @param files the matrices of the files that it names, as they were when it was read
    public record Origins(
            List<Span> nodes,
            Map<String, Span> assignments,
            Map<Integer, List<Span>> elements,
            Map<String, Tensor> files) {}

    /// The same program with another value for a leaf. With samples of one's own in the place of
    /// those of the data set it is none that trains.
    ///
    /// @throws Refusal where there is no such leaf, or it has another shape
    public Model with(String name, Tensor value) {
        Integer id = names.get(name);
        if (id == null || !leaves.containsKey(id)) {
            throw new Refusal(Message.of("problem.no.leaf").with("name", name));
        }
        Node leaf = graph.node(id);
        if (!leaf.shape().equals(value.shape())) {
            throw new Refusal(
                    Message.of("problem.leaf.shape")
                            .with("name", name)
                            .with("shape", leaf.shape().toString())
                            .with("given", value.shape().toString()));
        }
        Map<Integer, Tensor> changed = new HashMap<>(leaves);
        changed.put(id, value);
        boolean data = leaf.op().equals(new Op.Leaf(Op.Role.DATA));
        return new Model(
                text,
                graph,
                output,
                changed,
                names,
                literals,
                origins,
                groups,
                notes,
                relu0,
                mistake,
                data ? Optional.empty() : learning);
    }

    /// The same program with another text and the values, literals and places it gives.
    public Model with(
            String changedText,
            Map<Integer, Tensor> values,
            Map<Integer, Span> changedLiterals,
            Origins changedOrigins) {
        return new Model(
                changedText,
                graph,
                output,
                values,
                names,
                changedLiterals,
                changedOrigins,
                groups,
                notes,
                relu0,
                mistake,
                learning);
    }

    /// The same program on another mini-batch, of as many samples as it may have.
    ///
    /// @param samples how many
    /// @param values of its leaves, by node of the program read for so many samples
    /// @throws IllegalArgumentException, in words, if the program does not fit that many
    public Model on(int samples, Map<Integer, Tensor> values) {
        boolean same =
                learning.isEmpty()
                        || !learning.get().hasData()
                        || graph.node(Networks.leaf(this, "X")).shape().cols() == samples;
        Model read = same ? this : Networks.read(this, samples);
        return new Model(
                text,
                read.graph,
                read.output,
                Map.copyOf(values),
                read.names,
                read.literals,
                read.origins,
                read.groups,
                read.notes,
                relu0,
                mistake,
                learning);
    }

    /// The same program on one sample of a mini-batch. Its loss is divided by the samples of the
    /// batch: what the sample adds to the loss of the batch, whose gradients are its parts of the
    /// batch's gradients.
    ///
    /// @param of samples in the batch
    /// @param values of its leaves, by name
    /// @throws IllegalArgumentException, in words, if the program does not fit a single sample
    public Model onSample(int of, Map<String, Tensor> values) {
        Model read = Networks.read(this, 1);
        Map<Integer, Tensor> byNode = new HashMap<>();
        values.forEach((name, value) -> byNode.put(Networks.leaf(read, name), value));
        if (of == 1) {
            return on(1, byNode);
        }
        Graph.Builder b = read.graph.extended();
        int part = b.add(Op.Binary.DIV, read.output, b.constant(of));
        List<Span> spans = new ArrayList<>(read.origins.nodes());
        spans.addAll(List.of(span(output), span(output)));
        return new Model(
                text,
                b.build(),
                part,
                Map.copyOf(byNode),
                read.names,
                read.literals,
                new Origins(
                        List.copyOf(spans),
                        read.origins.assignments(),
                        read.origins.elements(),
                        read.origins.files()),
                read.groups,
                read.notes,
                relu0,
                mistake,
                learning);
    }

    /// How the program is to be trained; nothing where it has no `train` line.
    public Optional<TrainingSetup> setup() {
        return learning.flatMap(
                l ->
                        l.schedule()
                                .map(
                                        s ->
                                                new TrainingSetup(
                                                        n -> Networks.of(this, l, n),
                                                        l.data(),
                                                        s.optimiser(),
                                                        l.hasData() ? s.batch() : 1,
                                                        s.epochs(),
                                                        s.seed())));
    }

    /// How backward is done: with the mistake that the program has set, if it has.
    public BackwardPass pass() {
        return pass(graph);
    }

    /// The same for the graph of this program on another number of samples.
    BackwardPass pass(Graph read) {
        return new BackwardPass(
                mistake,
                learning.flatMap(Learning::schedule).map(s -> EarlySteps.of(s.optimiser(), read)));
    }

    /// The names, other than that of the output, whose one number is worked out from numbers alone,
    /// as in `x = 1/3`: they are no leaves, so they have no gradient to speak of and cannot be set.
    public List<String> calculated() {
        boolean[] fixed = new boolean[graph.size()];
        for (Node n : graph.nodes()) {
            fixed[n.id()] =
                    !(n.op() instanceof Op.Leaf) && n.inputs().stream().allMatch(i -> fixed[i]);
        }
        return names.entrySet().stream()
                .filter(n -> fixed[n.getValue()] && n.getValue() != output)
                .filter(n -> graph.node(n.getValue()).shape().isScalar())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The value of a leaf.
    public Tensor leaf(int node) {
        return Objects.requireNonNull(leaves.get(node));
    }

    /// The characters a node came from: its expression, or for a leaf the statement that assigns
    /// it.
    public Span span(int node) {
        return origins.nodes().get(node);
    }

    /// The statement that assigns a name.
    public Optional<Span> assignment(String name) {
        return Optional.ofNullable(origins.assignments().get(name));
    }

    /// The text of the program with another value for a scalar leaf.
    public String withLiteral(int leaf, double value) {
        return withLiteral(leaf, Tensor.scalar(value));
    }

    /// The text of the program with another value for a leaf. Only the characters of what changes
    /// are replaced: elements of a matrix literal one by one, everything else as a whole.
    ///
    /// @throws IllegalArgumentException where a number is NaN or infinite, the shape is another, or
    ///   the value does not stand in the text
    public String withLiteral(int leaf, Tensor value) {
        Tensor before = leaf(leaf);
        if (!before.shape().equals(value.shape())) {
            throw new IllegalArgumentException(
                    "the leaf is " + before.shape() + ", the value given is " + value.shape());
        }
        Span literal = literals.get(leaf);
        if (literal == null) {
            throw new IllegalArgumentException("the text does not hold the value of this leaf");
        }
        List<Span> elements = origins.elements().getOrDefault(leaf, List.of());
        if (elements.isEmpty()) {
            return replaced(text, literal, NumberText.text(value));
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int k = 0; k < elements.size(); k++) {
            Span at = elements.get(k);
            boolean same = Double.compare(before.at(k), value.at(k)) == 0;
            out.append(text, from, at.start());
            out.append(same ? text.substring(at.start(), at.end()) : NumberText.text(value.at(k)));
            from = at.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    /// The text with one element of a leaf, counted row by row, replaced.
    ///
    /// @throws IllegalArgumentException where the number is NaN or infinite
    public String withElement(int leaf, int k, double value) {
        return withLiteral(leaf, leaf(leaf).with(k, value));
    }

    private static String replaced(String text, Span at, String by) {
        return text.substring(0, at.start()) + by + text.substring(at.end());
    }
}
