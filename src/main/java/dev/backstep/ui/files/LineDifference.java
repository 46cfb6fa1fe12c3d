package dev.backstep.ui.files;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// Two texts line by line, as one list: what only the first has, what only the second has, and some
/// lines around them.
final class LineDifference {

    /// How many equal lines stand before and after one that differs.
    private static final int AROUND = 3;

    /// Of so many lines a difference is still found while the user waits: its cost is the product
    /// of the length and of what differs.
    private static final int MOST = 4_000;

    /// Whose a line is.
    enum Side {
        BOTH,
        FILE,
        WINDOW,
        LEFT_OUT
    }

    /// @param text the line; of those left out, empty
    record Line(Side side, String text) {}

    private LineDifference() {}

    static List<Line> of(String file, String window) {
        List<String> theirs = file.lines().toList();
        List<String> mine = window.lines().toList();
        return around(
                theirs.size() + mine.size() > MOST ? blocks(theirs, mine) : all(theirs, mine));
    }

    private static List<Line> all(List<String> theirs, List<String> mine) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(theirs, mine).getDeltas()) {
            int from = delta.getSource().getPosition();
            add(lines, Side.BOTH, theirs.subList(at, from));
            add(lines, Side.FILE, delta.getSource().getLines());
            add(lines, Side.WINDOW, delta.getTarget().getLines());
            at = from + delta.getSource().size();
        }
        add(lines, Side.BOTH, theirs.subList(at, theirs.size()));
        return lines;
    }

    /// Only what both begin and end with is told from the rest.
    private static List<Line> blocks(List<String> theirs, List<String> mine) {
        int shorter = Math.min(theirs.size(), mine.size());
        int begin = 0;
        while (begin < shorter && theirs.get(begin).equals(mine.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin
                && theirs.get(theirs.size() - 1 - end).equals(mine.get(mine.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, Side.BOTH, theirs.subList(0, begin));
        add(lines, Side.FILE, theirs.subList(begin, theirs.size() - end));
        add(lines, Side.WINDOW, mine.subList(begin, mine.size() - end));
        add(lines, Side.BOTH, theirs.subList(theirs.size() - end, theirs.size()));
        return lines;
    }

    private static void add(List<Line> lines, Side side, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(side, text)));
    }

    /// Leaves out the equal lines that are far from any other.
    private static List<Line> around(List<Line> lines) {
        boolean[] near = new boolean[lines.size()];
        for (int i = 0; i < near.length; i++) {
            if (lines.get(i).side() != Side.BOTH) {
                for (int k = Math.max(0, i - AROUND);
                        k < Math.min(near.length, i + AROUND + 1);
                        k++) {
                    near[k] = true;
                }
            }
        }
        List<Line> shown = new ArrayList<>();
        for (int i = 0; i < near.length; i++) {
            if (near[i]) {
                shown.add(lines.get(i));
            } else if (shown.isEmpty() || shown.getLast().side() != Side.LEFT_OUT) {
                shown.add(new Line(Side.LEFT_OUT, ""));
            }
        }
        return shown;
    }
}
