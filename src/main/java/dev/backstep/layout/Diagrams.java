package dev.backstep.layout;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Kind;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.layout.Diagram.Wire;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Progress;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pictures of a program, step by step: an arrangement filled with what is known then.
///
/// Kept from step to step, since what is the same at every one of them, and the digits of numbers,
/// cost most.
public final class Diagrams {

    /// What a gradient cell shows where nothing has arrived yet.
    public static final String NOT_YET = "·";

    /// What a cell shows whose number is hidden, see [dev.backstep.story.Hidden].
    public static final String HIDDEN = "?";

    /// What a gradient cell shows where no gradient ever arrives.
    public static final String NEVER = "–";

    private final Walkthrough w;
    private final Arrangement arrangement;
    private final List<Place> places;
    private final List<Map.Entry<Edge, Route>> routes;
    private final List<Frames.CardFrame> frames;
    private final List<NumberBlocks.Block> blocks;
    private final Box picture;
    private final Box bounds;
    private final Map<Integer, Written> values;
    private final Map<Integer, Written> gradients;
    private final Heats heats;

    private Numbers numbers;
    private @Nullable Surroundings surroundings;
    private @Nullable Optional<Diagram.Notice> notice;

    /// What of a card is the same at every step.
    private record Place(Node node, Kind kind, Box box, Face face) {}

    /// What was last written on a card.
    private record Written(Tensor number, String text) {}

    /// @param arrangement of the graph of `w`
    public Diagrams(Walkthrough w, Arrangement arrangement) {
        this(w, arrangement, Numbers.DEFAULT, new HashMap<>(), new HashMap<>(), new Heats(w));
    }

    private Diagrams(
            Walkthrough w,
            Arrangement arrangement,
            Numbers numbers,
            Map<Integer, Written> values,
            Map<Integer, Written> gradients,
            Heats heats) {
        this.w = w;
        this.arrangement = arrangement;
        this.numbers = numbers;
        this.values = values;
        this.gradients = gradients;
        this.heats = heats;
        this.places =
                arrangement.cards().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(card -> place(w.graph().node(card.getKey()), card.getValue()))
                        .toList();
        this.routes =
                arriving(arrangement)
                        .sorted(
                                Map.Entry.comparingByKey(
                                        Comparator.comparing(Edge::node).thenComparing(Edge::slot)))
                        .toList();
        this.frames = Frames.of(w.drawn(), arrangement.cards());
        this.blocks = arrangement.placement().blocks().in(arrangement);
        this.picture = arrangement.bounds();
        this.bounds = routes.stream().map(r -> r.getValue().bounds()).reduce(picture, Box::union);
    }

    /// What holds all but pills, at every step.
    Box bounds() {
        return bounds;
    }

    private static Stream<Map.Entry<Edge, Route>> arriving(Arrangement arrangement) {
        return Stream.concat(
                arrangement.routes().entrySet().stream(),
                arrangement.ends().entrySet().stream()
                        .map(e -> Map.entry(e.getKey(), e.getValue().piece())));
    }

    /// The pictures of the same evaluation with the cards in other places. Cost: no number is
    /// written anew.
    public Diagrams with(Arrangement places) {
        return new Diagrams(w, places, numbers, values, gradients, heats);
    }

    /// The picture after step `step`, where no other is wanted.
    public static Diagram at(
            Walkthrough w, Arrangement arrangement, int step, DiagramOptions look) {
        return new Diagrams(w, arrangement).at(step, look);
    }

    /// The same, plain but for marks at what is not finite.
    public static Diagram marked(Walkthrough w, Arrangement arrangement, int step) {
        DiagramOptions look = DiagramOptions.PLAIN.with(NonFiniteMarks.of(w).at(step));
        return at(w, arrangement, step, look);
    }

    /// The number that has the strongest colour in the heat maps of a card.
    public static double scale(Walkthrough w, int node) {
        return Heats.largest(w, node);
    }

    /// Whether these are the pictures of the very same evaluation.
    @SuppressWarnings("ReferenceEquality") // comparing all numbers would take longer than a picture
    public boolean isOf(Walkthrough other) {
        return w == other;
    }

    /// Whether these are pictures in the very same places.
    @SuppressWarnings("ReferenceEquality") // comparing all places would take longer than a picture
    public boolean isIn(Arrangement places) {
        return arrangement == places;
    }

    /// The picture after step `step`. Cost: linear in the cards and wires, with nothing written
    /// anew but the numbers that have come or changed.
    public Diagram at(int step, DiagramOptions look) {
        if (!numbers.equals(look.numbers())) {
            numbers = look.numbers();
            values.clear();
            gradients.clear();
            notice = null;
        }
        if (notice == null) {
            notice = MistakeMarks.notice(w, numbers);
        }
        Progress progress = Progress.at(w, step);
        MistakeMarks marks = MistakeMarks.at(w, step);
        Pass pass = pass(w.step(step));
        List<Card> cards =
                places.stream().map(place -> card(place, progress, pass, look, marks)).toList();
        List<Pill> pills =
                pass == Pass.BACKWARD ? pills(look).on(progress.edges(), marks.pills()) : List.of();
        Box all = pills.stream().map(Pill::box).reduce(bounds, Box::union);
        List<Wire> wires = wires(progress, pass, marks);
        return new Diagram(
                all,
                framed(progress.active()),
                cards,
                wires,
                new Tags(arrangement).beside(wires),
                pills,
                blocks.stream().map(b -> b.at(progress)).toList(),
                notice);
    }

    /// What places the pills of a step backward.
    Pills pills(DiagramOptions look) {
        Surroundings found = surroundings == null ? new Surroundings(arrangement) : surroundings;
        surroundings = found;
        return new Pills(w, arrangement, found, picture, frames, look.numbers(), look.language());
    }

    private List<Diagram.GroupFrame> framed(int active) {
        return frames.stream()
                .map(
                        f ->
                                new Diagram.GroupFrame(
                                        f.group().group().name(),
                                        f.group().group().title(),
                                        f.box(),
                                        f.cards().contains(active)))
                .toList();
    }

    private static Pass pass(Step step) {
        return switch (step) {
            case Step.Forward _ -> Pass.FORWARD;
            case Step.Seed _, Step.Backward _ -> Pass.BACKWARD;
            case Step.ParameterUpdate _ -> Pass.UPDATE;
        };
    }

    private Card card(
            Place place, Progress progress, Pass pass, DiagramOptions look, MistakeMarks marks) {
        int id = place.node.id();
        boolean reached = progress.isValued(id);
        boolean seen = progress.isValueSeen(id);
        boolean active = id == progress.active();
        Optional<Tensor> gradient = progress.gradient(id);
        Optional<Tensor> right = marks.right(id);
        Pass last =
                progress.isUpdated(id)
                        ? Pass.UPDATE
                        : gradient.isPresent() ? Pass.BACKWARD : Pass.FORWARD;
        return new Card(
                id,
                place.box,
                place.kind,
                place.face,
                place.node.shape(),
                seen
                        ? written(values, place, progress.value(id), w.numbersOf(id, numbers))
                        : reached ? HIDDEN : "",
                gradient.map(g -> written(gradients, place, g, numbers)).orElseGet(() -> none(id)),
                right.map(numbers::brief),
                place.node.shape().isScalar()
                        ? Optional.empty()
                        : Optional.of(
                                heats.of(
                                        id,
                                        seen ? Optional.of(progress.value(id)) : Optional.empty(),
                                        gradient,
                                        right)),
                active ? Emphasis.ACTIVE : reached ? Emphasis.REACHED : Emphasis.DIM,
                active ? pass : last,
                look.selected().isPresent() && look.selected().getAsInt() == id,
                look.pinned().contains(id),
                seen ? Optional.ofNullable(look.problems().get(id)) : Optional.empty());
    }

    /// What stands in the place of a gradient that is not shown.
    private String none(int id) {
        return w.hidden().hidesGradient(id) ? HIDDEN : w.gradient(id).isPresent() ? NOT_YET : NEVER;
    }

    @SuppressWarnings("ReferenceEquality") // a trace and its sums hold each tensor once
    private static String written(
            Map<Integer, Written> kept, Place place, Tensor number, Numbers numbers) {
        int id = place.node.id();
        Written before = kept.get(id);
        if (before != null && before.number == number) {
            return before.text;
        }
        String text = CardNumber.of(number, numbers, CardNumber.room(place.box));
        kept.put(id, new Written(number, text));
        return text;
    }

    /// By emphasis, those in use last and so above all others; among equals by node and slot.
    private List<Wire> wires(Progress progress, Pass pass, MistakeMarks marks) {
        List<Wire> wires = new ArrayList<>(routes.size());
        routes.forEach(r -> wires.add(wire(r.getKey(), r.getValue(), progress, pass, marks)));
        List<Wire> sorted = new ArrayList<>(routes.size());
        for (Emphasis emphasis : Emphasis.values()) {
            wires.stream().filter(wire -> wire.emphasis() == emphasis).forEach(sorted::add);
        }
        return sorted;
    }

    private Wire wire(Edge edge, Route route, Progress progress, Pass pass, MistakeMarks marks) {
        if (w.drawn().user(edge) == progress.active() && progress.edges().contains(edge)) {
            return new Wire(edge, route, Emphasis.ACTIVE, pass, marks.isLost(edge));
        }
        if (progress.isCrossed(edge)) {
            return new Wire(edge, route, Emphasis.REACHED, Pass.BACKWARD, marks.isLost(edge));
        }
        boolean reached = progress.isValued(edge.node());
        return new Wire(edge, route, reached ? Emphasis.REACHED : Emphasis.DIM, Pass.FORWARD);
    }

    private Place place(Node node, Box box) {
        Face face = Objects.requireNonNull(arrangement.faces().get(node.id()));
        return new Place(node, kind(node), box, face);
    }

    private Kind kind(Node node) {
        if (node.id() == w.output()) {
            return Kind.OUTPUT;
        }
        return switch (node.op()) {
            case Op.Leaf(Op.Role role) -> role == Op.Role.PARAM ? Kind.PARAM : Kind.INPUT;
            case Op.Constant _ -> Kind.CONSTANT;
            default -> Kind.OPERATION;
        };
    }
}
