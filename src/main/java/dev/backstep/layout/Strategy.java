package dev.backstep.layout;

import java.util.ArrayList;
import java.util.List;

/// A way to lay a graph out.
///
/// @param down from top to bottom, rather than from left to right
/// @param hung whether parameters hang below what uses them
/// @param rank which of the best divisions into rows is taken, from 0, where the form is wrapped
record Strategy(Gaps gaps, boolean down, boolean hung, Form form, int rank) {

    /// How a long way is made to fit.
    enum Form {
        /// not at all
        FLAT,
        /// in rows, with the wires from row to row drawn whole
        WRAPPED,
        /// in rows, with tags where wires lead from row to row
        TAGGED
    }

    /// The most cards for which every way is tried.
    private static final int SMALL = 24;

    /// The most cards that are wrapped.
    static final int MANY = 150;

    /// From left to right.
    static Strategy flat(Gaps gaps) {
        return new Strategy(gaps, false, true, Form.FLAT, 0);
    }

    /// In rows that make the picture largest in a room.
    static Strategy tagged(Gaps gaps) {
        return new Strategy(gaps, false, true, Form.TAGGED, 0);
    }

    /// What the size of its type counts for: what is read less easily must have much larger type.
    double worth() {
        return (down ? 0.75 : form == Form.TAGGED ? 0.85 : 1) * (hung ? 1 : 0.9);
    }

    /// All other ways that are tried: many only where that takes but a moment.
    ///
    /// @param framed whether groups have frames, which are not turned
    /// @param whole whether every wire is drawn whole, from left to right
    static List<Strategy> others(Gaps gaps, int cards, boolean framed, boolean whole) {
        int ranks = cards <= SMALL ? 3 : cards <= MANY ? 1 : 0;
        List<Strategy> ways = new ArrayList<>();
        for (int rank = 0; rank < ranks; rank++) {
            ways.add(new Strategy(gaps, false, true, Form.WRAPPED, rank));
        }
        ways.add(tagged(gaps));
        if (!framed && whole) {
            ways.add(new Strategy(gaps, true, true, Form.FLAT, 0));
            ways.add(new Strategy(gaps, true, true, Form.WRAPPED, 0));
        }
        if (gaps.equals(Gaps.TIGHT)) {
            ways.addFirst(flat(gaps));
            if (!framed) {
                ways.add(new Strategy(gaps, false, false, Form.FLAT, 0));
                for (int rank = 0; rank < ranks; rank++) {
                    ways.add(new Strategy(gaps, false, false, Form.WRAPPED, rank));
                }
            }
        }
        return ways;
    }
}
