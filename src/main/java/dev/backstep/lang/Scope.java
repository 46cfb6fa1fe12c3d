package dev.backstep.lang;

import dev.backstep.data.DataFiles;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// What is known while a program is read: its nodes, its names, and how much memory they will take.
final class Scope {

    private final Graph.Builder builder = Graph.builder();
    private final Groups groups;
    private final Definitions functions;
    private final Map<Integer, String> notes = new HashMap<>();
    private final CallFrames frames;
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Set<String> hushed = new HashSet<>();
    private final List<Span> spans = new ArrayList<>();
    private final Map<Integer, Tensor> leaves = new HashMap<>();
    private final Map<String, Span> assignments = new LinkedHashMap<>();
    private final FileMatrices files;
    private final Supplier<Set<String>> assigned;
    private final long room;
    private final Map<String, Tensor> values;
    private long elements;

    /// @param assigned every name assigned anywhere in the program; asked for only where one is
    ///   unknown
    /// @param room the most elements that all nodes together may have
    /// @param values of leaves, by name, that are known already
    /// @param functions the text of the function of a name, wherever in the program it is defined
    /// @param files where the matrices of files come from
    Scope(
            Supplier<Set<String>> assigned,
            Function<String, Optional<String>> functions,
            long room,
            Map<String, Tensor> values,
            DataFiles files) {
        this.files = new FileMatrices(files);
        this.groups = new Groups(builder, assigned);
        this.functions = new Definitions(functions);
        this.frames =
                new CallFrames(
                        builder, n -> assigned.get().contains(n) && functions.apply(n).isEmpty());
        this.assigned = assigned;
        this.room = room;
        this.values = values;
    }

    Graph.Builder builder() {
        return builder;
    }

    Groups groups() {
        return groups;
    }

    /// The matrices of files.
    FileMatrices files() {
        return files;
    }

    /// The functions that are defined so far.
    Definitions functions() {
        return functions;
    }

    /// The functions whose bodies are being read.
    CallFrames frames() {
        return frames;
    }

    /// What the program notes beside a node.
    Map<Integer, String> notes() {
        return notes;
    }

    void note(int id, String note) {
        if (!note.isEmpty()) {
            notes.put(id, note);
        }
    }

    /// Every name so far, in order, and its node.
    Map<String, Integer> nodes() {
        return nodes;
    }

    /// The names that can be used here.
    Set<String> names() {
        if (functions.names().isEmpty() && frames.names().isEmpty()) {
            return nodes.keySet();
        }
        Set<String> all = new LinkedHashSet<>(frames.names().keySet());
        nodes.keySet().stream().filter(n -> n.indexOf('.') < 0).forEach(all::add);
        return all;
    }

    /// For each node the characters it came from.
    List<Span> spans() {
        return spans;
    }

    /// The value of each leaf so far.
    Map<Integer, Tensor> leaves() {
        return leaves;
    }

    /// For each name the statement that assigns it.
    Map<String, Span> assignments() {
        return assignments;
    }

    /// Appends a leaf with its value and its name; returns its id.
    ///
    /// @param value asked for where it is not known already
    int leaf(String name, Op.Role role, Shape shape, Supplier<Tensor> value, Span where) {
        reserve(shape, where);
        int id = counted(builder.leaf(name, role, shape), where);
        Tensor known = values.get(name);
        leaves.put(id, known == null ? value.get() : known);
        bind(name, id, where);
        return id;
    }

    /// Gives a name to a node that has none.
    void call(String name, int id, Span where) {
        builder.name(id, name);
        bind(name, id, where);
    }

    /// Lets a name stand for a node.
    void bind(String name, int id, Span where) {
        nodes.put(name, id);
        assignments.put(name, where);
    }

    boolean taken(String name) {
        return nodes.containsKey(name) || hushed.contains(name);
    }

    /// Remembers that a name was to exist: its uses are not told, for its own line is.
    void hush(String name) {
        hushed.add(name);
    }

    /// Whether a name is assigned anywhere in the program.
    boolean isAssigned(String name) {
        return assigned.get().contains(name);
    }

    /// Whether a name was to exist.
    boolean isHushed(String name) {
        return hushed.contains(name);
    }

    /// @throws ProblemException where the name has no node
    int variable(BackstepParser.VariableContext v, TokenPositions place) {
        String name = v.getText();
        boolean later = frames.isLater(name);
        Integer own = frames.names().get(name);
        Integer id = own == null ? nodes.get(name) : own;
        if (id != null && !later) {
            return id;
        }
        if (hushed.contains(name)) {
            throw new ProblemException(List.of());
        }
        if (functions.find(name).isPresent()) {
            throw place.wrong(
                    v,
                    Message.of("problem.function.bare").with("name", name),
                    Hint.write(functions.find(name).get().head()));
        }
        if (later || assigned.get().contains(name)) {
            throw place.wrong(
                    v,
                    Message.of("problem.before").with("name", place.words(v)),
                    Message.of("hint.move.up"));
        }
        Message hint =
                Foreign.constant(name)
                        .or(() -> product(name))
                        .map(Hint::write)
                        .or(() -> Nearest.hint(name, names()))
                        .or(() -> Foreign.without(name))
                        .orElse(Message.EMPTY);
        throw place.wrong(v, Message.of("problem.unknown.name").with("name", place.words(v)), hint);
    }

    /// `x*y` for `xy`, if both are names.
    private Optional<String> product(String name) {
        List<String> letters = name.codePoints().limit(4).mapToObj(Character::toString).toList();
        boolean all = String.join("", letters).equals(name) && names().containsAll(letters);
        return all && letters.size() > 1
                ? Optional.of(String.join("*", letters))
                : Optional.empty();
    }

    /// Refuses a matrix before memory is taken for it.
    void reserve(Shape shape, Span where) {
        if (elements + shape.size() > room) {
            throw new ProblemException(
                    where,
                    Message.of("problem.room").with("n", room / 1_000_000),
                    Message.of("hint.smaller.matrices"));
        }
    }

    /// Takes note of all nodes added since the last call, among them `id`, which is returned.
    ///
    /// @throws ProblemException where they would make the program too large
    int counted(int id, Span where) {
        while (spans.size() < builder.size()) {
            Shape shape = builder.shape(spans.size());
            spans.add(where);
            reserve(shape, where);
            elements += shape.size();
        }
        frames.requireRoom();
        return id;
    }
}
