package dev.backstep.layout;

import dev.backstep.notation.Numbers;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// What a viewer adds to a picture: how numbers are shown, and what is marked.
///
/// @param selected the card that is inspected
/// @param pinned the cards that were put somewhere by hand
/// @param problems for each card where a NaN or an infinity begins, why, see [NonFiniteMarks]
/// @param language of the words in the picture
public record DiagramOptions(
        Numbers numbers,
        OptionalInt selected,
        Set<Integer> pinned,
        Map<Integer, Message> problems,
        Bundle language) {

    public static final DiagramOptions PLAIN =
            new DiagramOptions(
                    Numbers.DEFAULT, OptionalInt.empty(), Set.of(), Map.of(), Bundle.ENGLISH);

    /// With words in English.
    public DiagramOptions(
            Numbers numbers,
            OptionalInt selected,
            Set<Integer> pinned,
            Map<Integer, Message> problems) {
        this(numbers, selected, pinned, problems, Bundle.ENGLISH);
    }

    public DiagramOptions {
        pinned = Set.copyOf(pinned);
        problems = Map.copyOf(problems);
    }

    /// The same look with other problems.
    public DiagramOptions with(Map<Integer, Message> problems) {
        return new DiagramOptions(numbers, selected, pinned, problems, language);
    }
}
