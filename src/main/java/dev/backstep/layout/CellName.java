package dev.backstep.layout;

import dev.backstep.graph.Node;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a number of a matrix, as an [dev.backstep.graph.Unrolled] graph calls it: `W[0, 1]`.
record CellName(String matrix, int row, int column) {

    private static final Pattern FORM = Pattern.compile("(.+)\\[(\\d{1,6}), (\\d{1,6})]");

    static Optional<CellName> of(Node node) {
        return node.name()
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(
                        m ->
                                new CellName(
                                        m.group(1),
                                        Integer.parseInt(m.group(2)),
                                        Integer.parseInt(m.group(3))));
    }
}
