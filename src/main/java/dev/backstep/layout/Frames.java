package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Group;
import dev.backstep.graph.OpenGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The frames around the cards of open groups, those outside first.
final class Frames {

    /// What is left free inside a frame, and above the cards for its title.
    static final double PAD = 12;

    static final double TITLE = 30;

    /// About the width of a letter of it.
    private static final double LETTER = 7.5;

    private Frames() {}

    /// A frame.
    ///
    /// @param cards those inside, with what hangs on them
    record CardFrame(OpenGroup group, Box box, Set<Integer> cards) {

        /// About where its title is written.
        Box title() {
            double width = PAD + (group.group().title().length() + 2) * LETTER;
            return new Box(box.x(), box.y(), Math.min(box.width(), width), TITLE - 6);
        }
    }

    /// The open groups that have a frame. Where every line of the program is open, a frame around
    /// each of them would say nothing.
    static List<OpenGroup> groups(DrawnGraph drawn) {
        boolean someFolded =
                drawn.folding().folded().stream().anyMatch(g -> g.kind() == Group.Kind.STATEMENT);
        return someFolded ? drawn.frames() : withoutLines(drawn.frames());
    }

    private static List<OpenGroup> withoutLines(List<OpenGroup> groups) {
        List<OpenGroup> kept = new ArrayList<>();
        for (OpenGroup group : groups) {
            List<OpenGroup> inside = withoutLines(group.inside());
            if (group.group().kind() == Group.Kind.STATEMENT) {
                kept.addAll(inside);
            } else {
                kept.add(new OpenGroup(group.group(), group.vertices(), inside));
            }
        }
        return kept;
    }

    /// The frames of a drawn graph whose cards stand in these places.
    static List<CardFrame> of(DrawnGraph drawn, Map<Integer, Box> cards) {
        List<CardFrame> frames = new ArrayList<>();
        Hanging hanging = Hanging.of(drawn);
        groups(drawn).forEach(group -> add(drawn, hanging, group, cards, frames));
        return frames;
    }

    private static Optional<Box> add(
            DrawnGraph drawn,
            Hanging hanging,
            OpenGroup group,
            Map<Integer, Box> cards,
            List<CardFrame> frames) {
        int at = frames.size();
        List<Box> inner = new ArrayList<>();
        for (OpenGroup inside : group.inside()) {
            add(drawn, hanging, inside, cards, frames).ifPresent(inner::add);
        }
        Set<Integer> members = new HashSet<>();
        for (int id : group.vertices()) {
            if (!hanging.hangs(id)) {
                members.add(id);
                hanging.below(id).forEach(e -> members.add(drawn.getEdgeSource(e)));
            }
        }
        members.stream().map(id -> Objects.requireNonNull(cards.get(id))).forEach(inner::add);
        Optional<Box> around = inner.stream().reduce(Box::union);
        Optional<Box> box =
                around.map(
                        b ->
                                new Box(
                                        b.x() - PAD,
                                        b.y() - TITLE,
                                        b.width() + 2 * PAD,
                                        b.height() + TITLE + PAD));
        box.ifPresent(b -> frames.add(at, new CardFrame(group, b, members)));
        return box;
    }
}
