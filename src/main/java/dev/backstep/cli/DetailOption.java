package dev.backstep.cli;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Group;
import dev.backstep.lang.Model;
import dev.backstep.lang.Spelling;
import dev.backstep.story.OpenTensors;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How much of the graph a command shows: `--detail`, and what `--fold` and `--open` change of it.
final class DetailOption {

    /// The most names that a message lists.
    private static final int MOST_LISTED = 40;

    @Option(
            names = "--detail",
            paramLabel = "LEVEL",
            description =
                    "layers, statements, operations or scalars: what one card, and one step, stands for.")
    private @Nullable String level;

    @Option(
            names = "--fold",
            paramLabel = "NAME,…",
            description =
                    "Groups, or lines of the program, to show as one card each, whatever the level."
                            + " Repeatable.")
    private List<String> folded = List.of();

    @Option(
            names = "--open",
            paramLabel = "NAME,…",
            description =
                    "Groups, or lines of the program, to show open; of what is open already, the"
                            + " numbers of the matrix of that name. Repeatable.")
    private List<String> opened = List.of();

    boolean isGiven() {
        return level != null || !folded.isEmpty() || !opened.isEmpty();
    }

    /// The walkthrough at this detail.
    ///
    /// @param usual the level where none is given
    /// @throws CommandFailure if a level or a name is unknown
    Walkthrough of(Walkthrough w, Model model, Detail.Level usual) {
        Detail detail = detail(w, model, usual);
        if (detail.level() == Detail.Level.SCALARS) {
            OpenTensors.refusal(model.graph(), model.mistake())
                    .ifPresent(
                            why -> {
                                throw new CommandFailure(
                                        "--detail scalars: " + Bundle.ENGLISH.say(why));
                            });
        }
        return OpenTensors.drawn(w, model.groups(), detail);
    }

    private Detail detail(Walkthrough w, Model model, Detail.Level usual) {
        Detail detail = Detail.of(level().orElse(usual));
        Set<String> known = new LinkedHashSet<>();
        collect(model.groups(), known);
        for (String name : names("--fold", folded, known, "group and no computed line")) {
            detail = detail.fold(name);
        }
        known.addAll(OpenTensors.names(w).keySet());
        for (String name : names("--open", opened, known, "group and no matrix")) {
            detail = opened(w, model, detail, name);
        }
        return detail;
    }

    /// @throws CommandFailure if a matrix has too many numbers
    private static Detail opened(Walkthrough w, Model model, Detail detail, String name) {
        Detail next = OpenTensors.open(w, model.groups(), detail, name).orElse(detail);
        Set<Integer> before = OpenTensors.of(w, model.groups(), detail);
        Integer node = OpenTensors.names(w).get(name);
        if (node != null && next.opened().contains(Detail.tensor(name))) {
            OpenTensors.refusal(w, before, node)
                    .ifPresent(
                            why -> {
                                throw new CommandFailure(
                                        "--open "
                                                + ProgramArgument.shown(name)
                                                + ": "
                                                + Bundle.ENGLISH.say(why));
                            });
        }
        return next;
    }

    private Optional<Detail.Level> level() {
        String asked = level;
        if (asked == null) {
            return Optional.empty();
        }
        for (Detail.Level known : Detail.Level.values()) {
            if (known.word().equals(asked)) {
                return Optional.of(known);
            }
        }
        String levels =
                Arrays.stream(Detail.Level.values())
                        .map(Detail.Level::word)
                        .collect(Collectors.joining(", "));
        throw new CommandFailure(
                "--detail " + ProgramArgument.shown(asked) + ": the levels are " + levels);
    }

    private static void collect(List<Group> groups, Set<String> names) {
        for (Group group : groups) {
            names.add(group.name());
            collect(group.groups(), names);
        }
    }

    /// The names in these values. A name may hold a comma, if the value is that name alone.
    private static List<String> names(
            String option, List<String> values, Set<String> known, String kinds) {
        List<String> names = new ArrayList<>();
        for (String value : values) {
            boolean one = known.contains(value);
            for (String part : one ? new String[] {value} : value.split(",", -1)) {
                names.add(name(option, part.strip(), known, kinds));
            }
        }
        return names;
    }

    private static String name(String option, String name, Set<String> known, String kinds) {
        if (known.contains(name)) {
            return name;
        }
        if (known.contains(Spelling.name(name))) {
            return Spelling.name(name);
        }
        String start =
                option
                        + " "
                        + ProgramArgument.shown(name)
                        + ": there is no "
                        + kinds
                        + " of that name";
        if (known.isEmpty()) {
            throw new CommandFailure(start + "; the program has none");
        }
        String listed =
                known.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                        + (known.size() > MOST_LISTED ? ", …" : "");
        throw new CommandFailure(start + "; there are " + listed);
    }
}
