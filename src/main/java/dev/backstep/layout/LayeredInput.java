package dev.backstep.layout;

import java.util.List;

/// All that a layout in layers depends on, whatever the cards are called and show. So two groups
/// that look alike have one layout, and so has a group whose surroundings change.
///
/// @param boxes in the order in which ties are broken
/// @param last the box that belongs into the last layer; −1 for none
/// @param between what lies between two columns
record LayeredInput(
        List<InLayer> boxes, List<Link> links, int last, Gaps gaps, double between, Care care) {

    LayeredInput {
        boxes = List.copyOf(boxes);
        links = List.copyOf(links);
    }

    /// A box in its layer, counted from 0.
    record InLayer(Size size, int layer) {}

    /// A wire from one box to another.
    ///
    /// @param out how far down it begins
    /// @param in how far down it ends
    record Link(int from, double out, int to, double in) {}

    /// How much time a layout is worth.
    enum Care {
        /// for what is looked at as a whole
        MOST,
        MORE,
        LESS,
        /// for what is too large for anything but the simplest
        LEAST;

        private static final int SMALL = 60;

        private static final int FEW = 80;

        private static final int MEDIUM = 1000;

        /// @param size how many boxes there are
        static Care of(int size) {
            if (size <= SMALL) {
                return MOST;
            }
            return size <= FEW ? MORE : size <= MEDIUM ? LESS : LEAST;
        }
    }

    /// Where everything goes.
    ///
    /// @param corners the upper left corner of each box
    /// @param bends of each wire the places between boxes that it passes through
    record Places(List<Point> corners, List<List<Point>> bends) {

        Places {
            corners = List.copyOf(corners);
            bends = List.copyOf(bends);
        }
    }
}
