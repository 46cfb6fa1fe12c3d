package dev.backstep.layout;

import dev.backstep.layout.Diagram.GroupFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The open groups of a picture that is shown so small that nothing on their cards can be read:
/// each is one block with its title, and opens again when it is shown larger.
///
/// @param frames of those groups; none lies in another
public record FarGroups(List<GroupFrame> frames) {

    /// None.
    public static final FarGroups NONE = new FarGroups(List.of());

    /// The smallest type that says anything, in pixels.
    public static final double LEAST = 7;

    /// The largest type of a title, in units of the picture.
    private static final double LARGEST = 120;

    /// How wide a letter is, in ems.
    private static final double ADVANCE = 0.62;

    public FarGroups {
        frames = List.copyOf(frames);
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
        return new FarGroups(blocks);
    }

    private static boolean isIn(Box inner, Box outer) {
        return !inner.equals(outer)
                && outer.contains(inner.center())
                && inner.width() <= outer.width()
                && inner.height() <= outer.height();
    }

    /// The size of the title of a block, in units of the picture.
    public static double type(GroupFrame frame) {
        double wide = 0.8 * frame.box().width() / (ADVANCE * Math.max(4, frame.title().length()));
        return Math.min(Math.min(wide, 0.4 * frame.box().height()), LARGEST);
    }

    /// The block at a place.
    public Optional<GroupFrame> at(Point p) {
        return frames.stream().filter(f -> f.box().contains(p)).findFirst();
    }

    /// Whether a place lies in a block.
    public boolean hides(Point p) {
        return at(p).isPresent();
    }

    /// Whether all of a wire lies in one block.
    public boolean hides(Route route) {
        return frames.stream()
                .anyMatch(f -> f.box().contains(route.start()) && f.box().contains(route.end()));
    }
}
