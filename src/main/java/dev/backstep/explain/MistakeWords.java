package dev.backstep.explain;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Mistaken;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is said of a mistake that backward is computed with.
public final class MistakeWords {

    /// The most gradients that are told one by one.
    private static final int MOST_NUMBERS = 3;

    /// The most gradients that are called by name.
    private static final int MOST_NAMES = 6;

    private MistakeWords() {}

    /// `= for +=`, what a switch is called.
    public static Message name(Mistake mistake) {
        return Message.of("mistake." + mistake.word());
    }

    /// `a fork keeps only the last gradient`, what it does.
    public static Message does(Mistake mistake) {
        return Message.of("mistake.does." + mistake.word());
    }

    /// `mistake on: = for +=`
    public static Message on(Mistake mistake) {
        return Message.of("mistake.on").with("name", name(mistake));
    }

    /// `after 12 epochs the loss is 0.31; rightly it would be 0.12`
    public static Message cost(int epochs, double loss, double right, Numbers numbers) {
        return Message.of("mistake.cost")
                .with("epochs", epochs)
                .with("loss", numbers.plain(loss))
                .with("right", numbers.plain(right));
    }

    /// `mistake on: = for += · 1 of 2 gradients is off: ∂L/∂x would be 10, with it 8`; nothing
    /// where backward is computed rightly.
    public static Optional<Message> line(Walkthrough w, Numbers numbers) {
        return w.mistaken()
                .map(
                        m ->
                                Message.of("mistake.line")
                                        .with("on", on(m.mistake()))
                                        .with("effect", effect(w, m, numbers)));
    }

    /// What the mistake does to the gradients of the leaves, or why it changes nothing.
    public static Message effect(Walkthrough w, Mistaken m, Numbers numbers) {
        List<Integer> off = m.off();
        int all = m.leaves().size();
        if (off.isEmpty()) {
            return Message.of("mistake.nothing").with("why", nothing(w, m));
        }
        boolean told = off.size() <= MOST_NUMBERS && w.hidden().isNothing();
        Message which =
                told
                        ? Message.joined(
                                "list", off.stream().map(id -> number(w, m, id, numbers)).toList())
                        : names(w, off);
        return Message.of("mistake.off")
                .with("n", off.size())
                .with("all", all)
                .with("which", which);
    }

    private static Message number(Walkthrough w, Mistaken m, int leaf, Numbers numbers) {
        Tensor right = m.right(leaf).orElseThrow();
        Tensor wrong = m.wrong(leaf).orElseThrow();
        return right.shape().isScalar()
                ? Message.of("mistake.would")
                        .with("gradient", gradient(w, leaf))
                        .with("right", numbers.plain(right))
                        .with("wrong", numbers.plain(wrong))
                : numbers(gradient(w, leaf), right, wrong, numbers);
    }

    /// `∂L/∂W in 5 of 6 numbers, by up to 0.25`; by how much is left out if one of those that are
    /// off is not finite.
    ///
    /// @param gradient what it is called
    public static Message numbers(String gradient, Tensor right, Tensor wrong, Numbers numbers) {
        int off = 0;
        double most = 0;
        for (int k = 0; k < right.size(); k++) {
            if (Mistaken.differ(right.at(k), wrong.at(k))) {
                off++;
                most = Math.max(most, Math.abs(right.at(k) - wrong.at(k)));
            }
        }
        return Message.of(Double.isFinite(most) ? "mistake.numbers" : "mistake.numbers.infinite")
                .with("gradient", gradient)
                .with("n", off)
                .with("all", right.size())
                .with("most", numbers.plain(most));
    }

    /// `∂L/∂x`
    public static String gradient(Walkthrough w, int node) {
        return "∂" + w.labels().words(w.output()) + "/∂" + w.labels().words(node);
    }

    private static Message names(Walkthrough w, List<Integer> off) {
        List<Message> names = new ArrayList<>();
        off.stream()
                .limit(MOST_NAMES)
                .forEach(id -> names.add(Message.verbatim(w.labels().words(id))));
        if (off.size() > MOST_NAMES) {
            names.add(Message.of("mistake.more").with("n", off.size() - MOST_NAMES));
        }
        return Message.listed(names);
    }

    /// Why no gradient is off: where the mistake cannot be made, what it would need; where it is
    /// made, that the numbers are the same.
    private static Message nothing(Walkthrough w, Mistaken m) {
        Mistake mistake = m.mistake();
        Adjoint right = m.right().adjoint();
        boolean trains = w.updates().isPresent() || !m.slip().carried().isEmpty();
        if (mistake.needsTraining() && !trains) {
            return Message.of("mistake.nothing.train");
        }
        if (m.slip().isMade()) {
            String key = mistake == Mistake.NO_ZERO ? "left" : isFinite(m) ? "same" : "infinite";
            return Message.of("mistake.nothing." + key);
        }
        boolean clips = w.updates().filter(u -> u.optimiser().clip() > 0).isPresent();
        String key =
                switch (mistake) {
                    case NO_TRANSPOSE ->
                            uses(right, n -> n.op() instanceof Op.MatMul) ? "square" : "product";
                    case NO_MEAN ->
                            uses(right, n -> n.op() instanceof Op.MeanTo(Shape _)) ? "one" : "mean";
                    case EARLY_UPDATE -> clips ? "clip" : mistake.word();
                    default -> mistake.word();
                };
        return Message.of("mistake.nothing." + key);
    }

    private static boolean isFinite(Mistaken m) {
        return m.leaves().stream()
                .flatMap(leaf -> m.right(leaf).stream())
                .flatMapToDouble(gradient -> Arrays.stream(gradient.toArray()))
                .allMatch(Double::isFinite);
    }

    private static boolean uses(Adjoint right, Predicate<Node> fits) {
        return right.flows().keySet().stream()
                .map(Edge::node)
                .map(right.graph()::node)
                .anyMatch(fits);
    }

    /// Whether an edge hands on with what a parameter has become.
    static boolean hasMoved(Walkthrough w, Edge edge) {
        return w.adjoint().makes(Mistake.EARLY_UPDATE)
                && w.adjoint().made().filter(s -> s.changed().contains(edge)).isPresent();
    }

    /// What the mistake does to what a step hands on, if it does: in the place of the reason.
    static Optional<Message> reason(Walkthrough w, List<Edge> edges, Numbers numbers) {
        List<Edge> changed =
                w.adjoint().made().stream()
                        .flatMap(s -> edges.stream().filter(s.changed()::contains))
                        .toList();
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Mistake mistake = w.mistaken().orElseThrow().mistake();
        List<Message> rightly =
                changed.stream()
                        .filter(e -> written(w, e).isPresent())
                        .<Message>map(
                                e ->
                                        Message.of("mistake.rightly.one")
                                                .with("x", label(w, e))
                                                .with("right", numbers.plain(written(w, e).get())))
                        .toList();
        List<Message> others = others(w, changed);
        String key = "mistake.reason." + mistake.word();
        Message.Pattern why =
                Message.of(others.size() > 1 ? key + ".both" : key)
                        .with("z", w.labels().words(changed.getFirst().node()));
        return Optional.of(
                rightly.isEmpty()
                        ? named(why, others)
                        : Message.of("mistake.rightly")
                                .with("why", named(why, others))
                                .with("rightly", Message.joined("and", rightly)));
    }

    /// What the mistake does inside a folded group, if it does anything.
    static Optional<Message> inside(Walkthrough w, List<Integer> members) {
        return w.adjoint()
                .made()
                .filter(
                        s ->
                                Stream.concat(s.changed().stream(), s.lost().stream())
                                        .anyMatch(e -> members.contains(e.node())))
                .map(s -> Message.of("mistake.inside.made").with("name", name(s.mistake())));
    }

    /// What an edge hands on in the right pass, if that is another number, small enough to be
    /// written.
    private static Optional<Tensor> written(Walkthrough w, Edge edge) {
        Tensor wrong = w.handed(edge).orElseThrow();
        return w.rightly()
                .handed(edge)
                .filter(DownstreamPhrases::isWritten)
                .filter(right -> Mistaken.differ(right, wrong));
    }

    /// The operands that stand where they should be transposed, or that have moved.
    private static List<Message> others(Walkthrough w, List<Edge> changed) {
        return changed.stream()
                .filter(e -> w.graph().node(e.node()).inputs().size() == 2)
                .map(e -> new Edge(e.node(), 1 - e.slot()))
                .<Message>map(e -> Message.verbatim(label(w, e)))
                .toList();
    }

    private static Message named(Message.Pattern why, List<Message> others) {
        return others.isEmpty() ? why : why.with("other", Message.joined("and", others));
    }

    private static String label(Walkthrough w, Edge edge) {
        return w.labels().words(w.drawn().source(edge).id());
    }
}
