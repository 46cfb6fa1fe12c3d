package dev.backstep.layout;

import dev.backstep.graph.Edge;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A picture of a graph at one step, without colours.
///
/// @param bounds what a picture of all of it must show: cards, wires, tags and pills
/// @param blocks where there are too many cards to be looked at one by one
/// @param mistake what is said above it if backward is computed with a mistake
public record Diagram(
        Box bounds,
        List<GroupFrame> frames,
        List<Card> cards,
        List<Wire> wires,
        List<Tag> tags,
        List<Pill> pills,
        List<NumberBlock> blocks,
        Optional<Notice> mistake) {

    /// @param what it is, in a few words
    /// @param effect what follows from it
    public record Notice(Message what, Message effect) {}

    public Diagram {
        blocks = List.copyOf(blocks);
        frames = List.copyOf(frames);
        cards = List.copyOf(cards);
        wires = List.copyOf(wires);
        tags = List.copyOf(tags);
        pills = List.copyOf(pills);
    }

    /// The same in a picture of this extent.
    public Diagram within(Box extent) {
        return new Diagram(extent, frames, cards, wires, tags, pills, blocks, mistake);
    }

    /// The same without what rides on its wires.
    public Diagram withoutPills() {
        return new Diagram(bounds, frames, cards, wires, tags, List.of(), blocks, mistake);
    }

    /// What a picture is made of. Parts that are equal look equal, wherever they are drawn.
    public sealed interface Part permits GroupFrame, Card, Wire, Tag, Pill {}

    /// How far the story has come with a card or a wire.
    public enum Emphasis {
        /// not reached yet
        DIM,
        /// reached by the current pass
        REACHED,
        /// what the step is about
        ACTIVE
    }

    /// Which way the story runs along a wire or through a card.
    public enum Pass {
        FORWARD,
        BACKWARD,
        /// through a card alone: its parameter has moved
        UPDATE
    }

    /// What a card stands for.
    public enum Kind {
        /// a leaf that is no parameter: input, data, or `const`
        INPUT,
        PARAM,
        /// written inside an expression
        CONSTANT,
        OPERATION,
        OUTPUT
    }

    /// An open group around its cards.
    ///
    /// @param name of the group, for commands
    /// @param title what it says
    /// @param active whether the step is about a card inside
    public record GroupFrame(String name, String title, Box box, boolean active) implements Part {}

    /// A number with all that is computed for it alone, or all numbers of a leaf.
    ///
    /// @param cards all of its cards
    /// @param pass the last that has reached the number; nothing if none has
    /// @param active whether the step is about a card of the block
    public record NumberBlock(
            String title, Set<Integer> cards, Box box, Optional<Pass> pass, boolean active) {

        public NumberBlock {
            cards = Set.copyOf(cards);
        }
    }

    /// A node.
    ///
    /// @param face what it says above its rule
    /// @param shape of its value
    /// @param value what it shows in its value cell; empty while not computed; of a matrix, its
    ///   shape; of a parameter that has moved, its new value; `?` if it is hidden
    /// @param gradient what it shows in its gradient cell: what has arrived so far; `·` not
    ///   reached, `–` never any, `?` hidden
    /// @param right what should have arrived so far, if a mistake makes it another number
    /// @param heat the value and the gradient of a matrix, as far as they are known
    /// @param pass which pass made it active or last reached it
    /// @param problem why a NaN or an infinity begins here
    public record Card(
            int node,
            Box box,
            Kind kind,
            Face face,
            Shape shape,
            String value,
            String gradient,
            Optional<String> right,
            Optional<Heat> heat,
            Emphasis emphasis,
            Pass pass,
            boolean selected,
            boolean pinned,
            Optional<Message> problem)
            implements Part {

        /// The same card elsewhere.
        Card at(Box place) {
            return new Card(
                    node, place, kind, face, shape, value, gradient, right, heat, emphasis, pass,
                    selected, pinned, problem);
        }

        /// The part below the rule.
        public Box cells() {
            double height = Sizes.cells(shape);
            return new Box(box.x(), box.bottom() - height, box.width(), height);
        }

        /// Where the heat map of the value stands, or that of the gradient.
        public Box map(boolean gradientWanted) {
            Size size = HeatGrid.of(shape).size();
            Box cells = cells();
            double middle = cells.x() + cells.width() * (gradientWanted ? 0.75 : 0.25);
            return Box.at(
                    new Point(middle, cells.center().y())
                            .plus(-size.width() / 2, 0.5 - size.height() / 2),
                    size);
        }

        /// The cell of a heat map at a place.
        public Optional<MapCell> cellAt(Point p) {
            if (heat.isEmpty()) {
                return Optional.empty();
            }
            boolean gradientSide = p.x() > box.center().x();
            Box map = map(gradientSide);
            return HeatGrid.of(shape)
                    .at(p.plus(-map.x(), -map.y()))
                    .map(cell -> new MapCell(gradientSide, cell));
        }
    }

    /// A cell of one of the two heat maps of a card.
    public record MapCell(boolean gradient, HeatGrid.Cell cell) {}

    /// What the two heat maps of a card show.
    ///
    /// @param value nothing while not computed
    /// @param gradient nothing while nothing has arrived
    /// @param largest the number that has the strongest colour: the largest of the value and of the
    ///   whole gradient, the same at every step
    /// @param off the cells of the gradient that a mistake has made other numbers, if there are any
    public record Heat(
            Optional<HeatMap> value,
            Optional<HeatMap> gradient,
            double largest,
            Optional<OffCells> off) {}

    /// An edge.
    ///
    /// @param route all of its way; its end alone where it is too long to be drawn whole
    /// @param lost whether what it has handed on is overwritten
    public record Wire(Edge edge, Route route, Emphasis emphasis, Pass pass, boolean lost)
            implements Part {

        public Wire(Edge edge, Route route, Emphasis emphasis, Pass pass) {
            this(edge, route, emphasis, pass, false);
        }
    }

    /// The name of a card beside a wire that is too long to be drawn whole: once where its wires
    /// begin, and once where each of them ends.
    ///
    /// @param source the card that it names
    /// @param edge the edge that ends here; nothing where all of them begin
    /// @param name TeX
    /// @param lead the piece of wire from the card to the tag, where edges begin
    public record Tag(
            int source,
            Optional<Edge> edge,
            Box box,
            String name,
            Emphasis emphasis,
            Pass pass,
            Optional<Route> lead)
            implements Part {}

    /// What rides on an edge in use backward: local → downstream.
    ///
    /// @param at the place of the wire that it belongs to, in the box or beside it
    /// @param local `×4`, `×(−2)`
    /// @param downstream `4`
    /// @param lost whether that is overwritten
    public record Pill(Edge edge, Box box, Point at, String local, String downstream, boolean lost)
            implements Part {

        /// Whether a line leads from the pill to its wire: where the wire does not run under it.
        public boolean isLed() {
            return !box.grown(1).contains(at);
        }

        /// Where that line begins, at the edge of the pill.
        public Point lead() {
            return lead(box, at);
        }

        static Point lead(Box box, Point at) {
            return new Point(
                    Math.clamp(at.x(), box.x() + 10, box.right() - 10),
                    Math.clamp(at.y(), box.y(), box.bottom()));
        }
    }

    /// The same with cards moved by a share of a way of their own, and what belongs to them: the
    /// ends of their wires, and the frames around them.
    ///
    /// @param ways of the cards that move
    public Diagram moved(Map<Integer, Point> ways, double share) {
        return new MovingDiagram(this, ways, share).diagram();
    }

    /// The card of a node.
    public Optional<Card> card(int node) {
        return cards.stream().filter(c -> c.node() == node).findFirst();
    }

    /// The innermost frame whose title is at a place.
    public Optional<GroupFrame> titleAt(Point p) {
        return frames.reversed().stream()
                .filter(f -> f.box().contains(p) && p.y() < f.box().y() + Frames.TITLE)
                .findFirst();
    }

    /// The tag at a place.
    public Optional<Tag> tagAt(Point p) {
        return tags.stream().filter(t -> t.box().contains(p)).findFirst();
    }

    /// The topmost card at a place.
    public Optional<Card> cardAt(Point p) {
        return cards.reversed().stream().filter(c -> c.box().contains(p)).findFirst();
    }
}
