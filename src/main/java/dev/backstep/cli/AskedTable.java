package dev.backstep.cli;

import dev.backstep.export.figure.NodeTable;
import dev.backstep.export.figure.NodeTable.Kind;
import dev.backstep.paint.NumberGrid.Area;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The table that `--of` asks for: `x`, `dL/dx`, `W[0:50, :]`.
///
/// @param shown the rows and columns that are drawn
record AskedTable(NodeTable told, Area shown) {

    private static final Pattern PART = Pattern.compile("(.+?)\\[([^\\[\\]]*)]");
    private static final Pattern GRADIENT = Pattern.compile("[d∂]([^/]+)/[d∂](.+)");
    private static final Pattern RANGE = Pattern.compile("(\\d{0,8}):(\\d{0,8})|(\\d{1,8})");

    /// @throws CommandFailure if there is no such node, gradient or part, or it is too large
    static AskedTable of(String typed, Evaluated run) {
        Matcher part = PART.matcher(typed.strip());
        boolean whole = !part.matches();
        NodeTable told = table(typed, whole ? typed.strip() : part.group(1), run);
        Area shown = whole ? told.all() : part(typed, part.group(2), told.all());
        told.refusal(shown).ifPresent(why -> refuse(typed, Bundle.ENGLISH.say(why)));
        return new AskedTable(told, shown);
    }

    private static NodeTable table(String typed, String called, Evaluated run) {
        Matcher gradient = GRADIENT.matcher(called);
        boolean value = !gradient.matches();
        if (!value) {
            int of = NodeByName.find("--of", typed, gradient.group(1), run);
            if (of != run.model().output()) {
                throw failure(
                        typed,
                        "what is differentiated is "
                                + run.w().labels().plain(run.model().output()));
            }
        }
        String name = value ? called : gradient.group(2);
        int node = NodeByName.find("--of", typed, name, run);
        return NodeTable.of(run.w(), node, value ? Kind.VALUE : Kind.GRADIENT)
                .orElseThrow(
                        () ->
                                failure(
                                        typed,
                                        Bundle.ENGLISH.say(
                                                Message.of("lesson.no.gradient")
                                                        .with("name", name))));
    }

    /// Rows and columns as the language counts them: from 0, ends excluded.
    private static Area part(String typed, String index, Area all) {
        String[] ranges = index.split(",", -1);
        if (ranges.length != 2) {
            throw failure(typed, "give rows and columns, as in [0:50, :]");
        }
        int[] rows = range(typed, ranges[0].strip(), all.rows(), "rows");
        int[] cols = range(typed, ranges[1].strip(), all.cols(), "columns");
        return new Area(rows[0], cols[0], rows[1] - rows[0], cols[1] - cols[0]);
    }

    /// The first, and the one behind the last.
    private static int[] range(String typed, String range, int count, String what) {
        Matcher found = RANGE.matcher(range);
        if (!found.matches()) {
            throw failure(typed, "give rows and columns, as in [0:50, :]");
        }
        String one = found.group(3);
        int from = number(one == null ? found.group(1) : one, 0);
        int to = one == null ? number(found.group(2), count) : from + 1;
        if (from >= to || to > count) {
            throw failure(typed, "it has " + count + " " + what + ", numbered from 0");
        }
        return new int[] {from, to};
    }

    private static int number(String digits, int usual) {
        return digits.isEmpty() ? usual : Integer.parseInt(digits);
    }

    private static void refuse(String typed, String why) {
        throw failure(typed, why);
    }

    private static CommandFailure failure(String typed, String why) {
        return new CommandFailure("--of " + ProgramArgument.shown(typed) + ": " + why);
    }
}
