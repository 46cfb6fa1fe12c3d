package dev.backstep.cli;

import dev.backstep.lang.Nearest;
import dev.backstep.lang.Spelling;
import dev.backstep.text.Bundle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A node that an option names.
final class NodeByName {

    /// The most names that a message lists.
    private static final int MOST_LISTED = 40;

    private NodeByName() {}

    /// The node of this name, or of this number.
    ///
    /// @param typed all that the option was given
    /// @throws CommandFailure if there is none
    static int find(String option, String typed, String called, Evaluated run) {
        Map<String, Integer> names = run.model().names();
        String name = Spelling.name(called.strip());
        Integer node = names.get(name);
        if (node != null) {
            return node;
        }
        int size = run.model().graph().size();
        if (name.matches("\\d{1,9}") && Integer.parseInt(name) < size) {
            return Integer.parseInt(name);
        }
        String hint =
                Bundle.ENGLISH.say(
                        Nearest.hint(name, names.keySet())
                                .orElse(Nearest.known(first(names.keySet()))));
        throw new CommandFailure(
                option
                        + " "
                        + ProgramArgument.shown(typed)
                        + ": there is no node of that name ("
                        + hint
                        + ")");
    }

    private static List<String> first(Collection<String> names) {
        List<String> shown = new ArrayList<>(names.stream().limit(MOST_LISTED).toList());
        if (names.size() > MOST_LISTED) {
            shown.add("…");
        }
        return shown;
    }
}
