package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.GroupFrame;
import dev.backstep.layout.Diagram.Part;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Diagram.Wire;
import java.util.ArrayList;
import java.util.List;

/// In which order the parts of a diagram are drawn, and what each covers.
public final class DrawnParts {

    private static final double WIRE = 8;
    private static final double PILL = 2;

    private DrawnParts() {}

    /// All parts, the lowest first. Wires in use come twice: above the cards as well.
    public static List<Part> of(Diagram diagram) {
        List<Part> parts = new ArrayList<>(below(diagram));
        parts.addAll(diagram.pills());
        return parts;
    }

    /// All but the pills, which are above everything else.
    static List<Part> below(Diagram diagram) {
        List<Part> parts = new ArrayList<>(diagram.frames());
        parts.addAll(diagram.wires());
        parts.addAll(diagram.tags());
        parts.addAll(diagram.cards());
        diagram.wires().stream().filter(w -> w.emphasis() == Emphasis.ACTIVE).forEach(parts::add);
        return parts;
    }

    /// All that a part may draw on, whatever the theme.
    public static Box extent(Part part) {
        return switch (part) {
            case GroupFrame frame -> frame.box().grown(CardPainter.REACH);
            case Wire wire -> wire.route().bounds().grown(WIRE);
            case Tag tag -> extent(tag);
            case Card card -> card.box().grown(CardPainter.REACH);
            case Pill pill -> extent(pill);
        };
    }

    private static Box extent(Tag tag) {
        Box near = tag.box().grown(TagPainter.REACH);
        return tag.lead().map(lead -> near.union(lead.bounds().grown(WIRE))).orElse(near);
    }

    private static Box extent(Pill pill) {
        Box at = new Box(pill.at().x(), pill.at().y(), 0, 0);
        return pill.box().union(at).grown(PILL);
    }
}
