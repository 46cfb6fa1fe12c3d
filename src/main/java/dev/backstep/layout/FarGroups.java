package dev.backstep.layout;

import dev.backstep.graph.Edge;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.GroupFrame;
import dev.backstep.layout.Diagram.NumberBlock;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Diagram.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The open groups of a picture that is shown so small that nothing on their cards can be read:
/// each is one block with its title, and opens again when it is shown larger.
///
/// @param frames of those groups; none lies in another
/// @param numbers blocks that lie in no such frame: where a product of matrices is opened into its
///   numbers, these are the cells of the result
/// @param cards of these blocks
public record FarGroups(List<GroupFrame> frames, List<NumberBlock> numbers, Set<Integer> cards) {

    /// None.
    public static final FarGroups NONE = new FarGroups(List.of(), List.of(), Set.of());

    /// The smallest type that says anything, in pixels.
    public static final double LEAST = 7;

    /// The largest type of a title, in units of the picture.
    private static final double LARGEST = 120;

    /// How wide a letter is, in ems.
    private static final double ADVANCE = 0.62;

    public FarGroups {
        frames = List.copyOf(frames);
        numbers = List.copyOf(numbers);
        cards = Set.copyOf(cards);
    }

    /// The card that is seen at a place of the picture: none where a block hides it.
    ///
    /// @param scale pixels a unit of the picture
    public static Optional<Card> cardAt(Diagram diagram, double scale, Point place) {
        return of(diagram, scale).at(place).isPresent() ? Optional.empty() : diagram.cardAt(place);
    }

    /// @param scale pixels a unit of the picture
    public static FarGroups of(Diagram diagram, double scale) {
        if (Sizes.NAME * scale >= LEAST) {
            return NONE;
        }
        List<GroupFrame> blocks = new ArrayList<>();
        for (GroupFrame frame : diagram.frames()) {
            boolean hidden = blocks.stream().anyMatch(b -> isIn(frame.box(), b.box()));
            boolean inner =
                    diagram.frames().stream()
                            .anyMatch(f -> isIn(f.box(), frame.box()) && type(f) * scale >= LEAST);
            if (!hidden && !inner) {
                blocks.add(frame);
            }
        }
        List<NumberBlock> numbers =
                diagram.blocks().stream()
                        .filter(
                                n ->
                                        blocks.stream()
                                                .noneMatch(b -> b.box().contains(n.box().center())))
                        .toList();
        Set<Integer> cards = new HashSet<>();
        numbers.forEach(n -> cards.addAll(n.cards()));
        return new FarGroups(blocks, numbers, cards);
    }

    private static boolean isIn(Box inner, Box outer) {
        return !inner.equals(outer)
                && outer.contains(inner.center())
                && inner.width() <= outer.width()
                && inner.height() <= outer.height();
    }

    /// The size of the title of a block, in units of the picture.
    public static double type(GroupFrame frame) {
        return Math.min(type(frame.box(), frame.title()), LARGEST);
    }

    /// The size of a title that fills a block, in units of the picture.
    public static double type(Box box, String title) {
        double wide = 0.8 * box.width() / (ADVANCE * Math.max(4, title.length()));
        return Math.min(wide, 0.4 * box.height());
    }

    /// The group at a place.
    public Optional<GroupFrame> at(Point p) {
        return frames.stream().filter(f -> f.box().contains(p)).findFirst();
    }

    /// Whether a place lies in a block.
    public boolean hides(Point p) {
        return at(p).isPresent() || numbers.stream().anyMatch(n -> n.box().contains(p));
    }

    public boolean hides(Card card) {
        return cards.contains(card.node()) || at(card.box().center()).isPresent();
    }

    /// Whether a wire leads to a card in a block, or lies in that of a group as a whole.
    public boolean hides(Wire wire) {
        Point start = wire.route().start();
        Point end = wire.route().end();
        return cards.contains(wire.edge().node())
                || frames.stream().anyMatch(f -> f.box().contains(start) && f.box().contains(end));
    }

    /// Whether a tag stands beside a card in a block.
    public boolean hides(Tag tag) {
        return cards.contains(tag.edge().map(Edge::node).orElse(tag.source()))
                || at(tag.box().center()).isPresent();
    }
}
