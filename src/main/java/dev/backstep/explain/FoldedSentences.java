package dev.backstep.explain;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.FoldedGroup;
import dev.backstep.graph.Group;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.story.NonFinite;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A step of a folded group in one plain sentence.
record FoldedSentences(Walkthrough w, FoldedGroup folded, Numbers numbers) {

    /// The most leaves inside that are named.
    private static final int MOST_NAMED = 4;

    /// The most shares of upstream that are told one by one.
    private static final int MOST_SHARES = 6;

    /// What a group does, in a word or two: `affine map`, `Layer 1`.
    Message title() {
        if (!isLine()) {
            return Message.verbatim(folded.group().title());
        }
        List<Op> ops = members().map(Node::op).filter(op -> !(op instanceof Op.Broadcast)).toList();
        boolean affine =
                ops.size() == 2 && ops.contains(new Op.MatMul()) && ops.contains(Op.Binary.ADD);
        return affine ? Message.of("title.affine") : Message.of("title.line");
    }

    /// `Z is W @ x + b: a 4×3 matrix`; of a group that is no short line `Layer 1 computes a from X
    /// in 3 operations: a 4×3 matrix`.
    Message forward() {
        Optional<Message> why =
                members()
                        .flatMap(n -> NonFinite.of(w.trace(), n.id()).stream())
                        .map(NonFinite::why)
                        .findFirst();
        Message computed =
                why.<Message>map(
                                because ->
                                        Message.of("computed.breaks")
                                                .with("computed", computed())
                                                .with("why", because))
                        .orElseGet(this::computed);
        if (FoldedFormulas.isWritten(w.drawn(), folded)) {
            return Message.of("step.forward")
                    .with("z", name())
                    .with("what", FoldedFormulas.words(w, folded))
                    .with("computed", computed);
        }
        long n = FoldedFormulas.operations(w.drawn(), folded);
        return Message.of(isLine() ? "step.forward.long" : "step.forward.group")
                .with("title", folded.group().title())
                .with("z", and(names(FoldedFormulas.values(folded))))
                .with("from", from())
                .with("n", n)
                .with("computed", computed);
    }

    /// What the group makes of its upstream: `passes its upstream on …`, and which leaves inside
    /// have their gradients then.
    Message backward(List<Edge> edges) {
        long n = FoldedFormulas.operations(w.drawn(), folded);
        Node vertex = w.graph().node(folded.vertex());
        Message does =
                edges.isEmpty()
                        ? Message.of("does.end").with("g", numbers.plain(gradient()))
                        : edges.size() > MOST_SHARES
                                ? many(edges)
                                : new DownstreamPhrases(w, numbers).of(vertex, edges);
        Message why =
                edges.isEmpty()
                        ? Message.of("reason.end")
                        : Message.of("reason.folded").with("n", n);
        Message sentence =
                Message.of("step.backward").with("z", name()).with("does", does).with("why", why);
        Optional<Message> undefined =
                members()
                        .flatMap(m -> NonFinite.of(w.trace(), m.id()).stream())
                        .filter(b -> Double.isNaN(b.value()))
                        .map(NonFinite::why)
                        .findFirst();
        Message whole =
                undefined
                        .<Message>map(
                                because ->
                                        Message.of("step.undefined")
                                                .with("step", sentence)
                                                .with("why", because))
                        .orElse(sentence);
        Message told = isLast(edges) ? withLeaves(whole) : whole;
        return MistakeWords.inside(w, members().map(Node::id).toList())
                .<Message>map(m -> Message.of("mistake.inside").with("step", told).with("why", m))
                .orElse(told);
    }

    private Message many(List<Edge> edges) {
        List<Integer> to = edges.stream().map(e -> w.drawn().source(e).id()).distinct().toList();
        return Message.of("does.many").with("n", edges.size()).with("to", listed(to));
    }

    /// Whether these are the last edges by which the group hands on.
    private boolean isLast(List<Edge> edges) {
        List<Edge> all = w.drawn().flows(w.adjoint(), folded.vertex());
        return all.isEmpty() || edges.contains(all.getLast());
    }

    private Message withLeaves(Message sentence) {
        List<Integer> leaves =
                w.drawn().leaves(w.adjoint(), folded.vertex()).stream()
                        .filter(id -> !folded.exits().contains(id))
                        .toList();
        if (leaves.isEmpty()) {
            return sentence;
        }
        return Message.of(leaves.size() == 1 ? "step.inside.one" : "step.inside")
                .with("step", sentence)
                .with("leaves", listed(leaves));
    }

    private Message from() {
        List<Integer> inputs = FoldedFormulas.inputs(w.drawn(), folded);
        List<Integer> leaves =
                members()
                        .filter(Node::isSource)
                        .filter(n -> !(n.op() instanceof Op.Constant))
                        .map(Node::id)
                        .toList();
        if (leaves.isEmpty()) {
            return inputs.isEmpty() ? Message.of("from.numbers") : listed(inputs);
        }
        return inputs.isEmpty()
                ? Message.of("from.inside").with("leaves", listed(leaves))
                : Message.of("from.both")
                        .with("inputs", listed(inputs))
                        .with("leaves", listed(leaves));
    }

    /// By name, or how many they are.
    private Message listed(List<Integer> nodes) {
        return nodes.size() <= MOST_NAMED
                ? and(names(nodes))
                : Message.of("listed.many").with("n", nodes.size());
    }

    private Message computed() {
        List<Integer> values = FoldedFormulas.values(folded);
        if (values.size() == 1) {
            return value(values.getFirst());
        }
        return Message.joined(
                "and",
                values.stream()
                        .map(
                                id ->
                                        Message.of("computed.value")
                                                .with("z", w.labels().words(id))
                                                .with("value", value(id)))
                        .toList());
    }

    private Message value(int id) {
        Tensor value = w.value(id);
        String text = w.numbersOf(id, numbers).plain(value);
        return DownstreamPhrases.isWritten(value)
                ? Message.verbatim(text)
                : Message.of("computed.matrix").with("shape", text);
    }

    private Tensor gradient() {
        return w.gradient(folded.vertex()).orElseThrow();
    }

    private String name() {
        return isLine() ? w.labels().words(folded.vertex()) : folded.group().title();
    }

    private boolean isLine() {
        return folded.group().kind() == Group.Kind.STATEMENT;
    }

    private List<String> names(List<Integer> nodes) {
        return nodes.stream().map(w.labels()::words).toList();
    }

    private static Message and(List<String> names) {
        return Message.joined("and", names.stream().map(Message::verbatim).toList());
    }

    private Stream<Node> members() {
        DrawnGraph drawn = w.drawn();
        return drawn.members(folded.vertex()).stream();
    }
}
