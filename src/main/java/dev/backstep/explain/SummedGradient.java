package dev.backstep.explain;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Mistake;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Arrivals;
import dev.backstep.story.Contribution;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;

/// The gradient of a node that is used several times as the sum of what its edges contribute, as it
/// is written.
///
/// @param step the step that the story has come to
public record SummedGradient(Walkthrough w, int step, Arrivals arrivals, Numbers numbers) {

    /// Longer sums are cut short.
    private static final int MOST = 8;

    /// How far a contribution has come.
    public enum ShareState {
        ARRIVED,
        TO_COME,
        /// overwritten by a later one, by mistake
        LOST
    }

    /// What one edge contributes.
    ///
    /// @param through the card that hands it on
    public record Share(Message through, Message value, ShareState state) {}

    /// Of a node at a step; nothing if it has one contribution or none.
    public static Optional<SummedGradient> of(Walkthrough w, int step, int node, Numbers numbers) {
        Arrivals arrivals = Arrivals.of(w, step, node);
        return arrivals.all().size() > 1
                ? Optional.of(new SummedGradient(w, step, arrivals, numbers))
                : Optional.empty();
    }

    /// `\frac{\partial L}{\partial x} = 2 + 8 = 10`, with `?` for what has not arrived.
    ///
    /// @param brief whether a matrix is written as its shape
    public String tex(boolean brief) {
        String gradient =
                Formulas.partial(w.labels().tex(w.output()), w.labels().tex(arrivals.node()));
        StringBuilder out = new StringBuilder(gradient).append(" = ");
        if (w.adjoint().makes(Mistake.OVERWRITE)) {
            String alone = arrivals.sum().map(s -> tex(s, brief)).orElse("\\,?");
            return out.append(alone).toString();
        }
        List<Contribution> all = arrivals.all();
        for (int i = 0; i < Math.min(MOST, all.size()); i++) {
            Tensor value = all.get(i).value();
            String term = i >= arrivals.arrived() ? "\\,?" : tex(value, brief);
            out.append(i == 0 ? "" : " + ")
                    .append(term.startsWith("-") && i > 0 ? "(" + term + ")" : term);
        }
        if (all.size() > MOST) {
            out.append(" + \\ldots");
        }
        if (arrivals.complete()) {
            w.mistaken()
                    .flatMap(m -> m.leftOver(arrivals.node()))
                    .ifPresent(l -> out.append(" + ").append(tex(l, brief)));
            arrivals.sum().ifPresent(s -> out.append(" = ").append(tex(s, brief)));
        }
        return out.toString();
    }

    private String tex(Tensor value, boolean brief) {
        return brief && !value.shape().isScalar()
                ? "[" + value.rows() + "\\times " + value.cols() + "]"
                : numbers.tex(value);
    }

    /// The first contributions, in the order in which they arrive.
    public List<Share> shares() {
        List<Contribution> all = arrivals.all();
        return all.subList(0, Math.min(MOST, all.size())).stream().map(this::share).toList();
    }

    /// How many contributions are not among them; nothing if all are.
    public Optional<Message> rest() {
        int rest = arrivals.all().size() - MOST;
        return rest > 0
                ? Optional.of(Message.of("inspector.contributions.more").with("n", rest))
                : Optional.empty();
    }

    private Share share(Contribution c) {
        Message number = Message.verbatim(numbers.brief(c.value()));
        if (arrivals.lost(w).contains(c)) {
            Message lost = Message.of("inspector.lost").with("down", number);
            return new Share(through(c), lost, ShareState.LOST);
        }
        return c.step() <= step
                ? new Share(through(c), number, ShareState.ARRIVED)
                : new Share(through(c), Message.of("inspector.to.come"), ShareState.TO_COME);
    }

    /// The card that hands on a contribution; if it hands on two, which input each is of.
    private Message through(Contribution c) {
        DrawnGraph drawn = w.drawn();
        int node = drawn.user(c.edge());
        String name = w.labels().words(node);
        boolean twice =
                arrivals.all().stream().filter(o -> drawn.user(o.edge()) == node).limit(2).count()
                        == 2;
        return twice
                ? Message.of("inspector.through.input")
                        .with("name", name)
                        .with("input", drawn.edges(node).indexOf(c.edge()) + 1)
                : Message.of("inspector.through").with("name", name);
    }
}
