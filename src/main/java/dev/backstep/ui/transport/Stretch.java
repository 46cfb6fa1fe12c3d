package dev.backstep.ui.transport;

import dev.backstep.paint.ColorRole;
import dev.backstep.story.Story;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The steps of one pass, as a part of the line of all.
///
/// @param end the step after its last one
/// @param text the key of its name among the [Texts]
/// @param at the key of its name with a place in it
public record Stretch(int from, int end, ColorRole ink, String text, String at) {

    /// `BACKWARD · 3 of 5`, over what is told of a step.
    public static String heading(Story story, int step) {
        return all(story).stream()
                .filter(s -> s.holds(step))
                .map(
                        s ->
                                s.place(step)
                                        .replace(
                                                s.name(),
                                                s.name().toUpperCase(Locale.getDefault())))
                .findFirst()
                .orElse("");
    }

    /// Those of a story that have a step, in its order.
    static List<Stretch> all(Story story) {
        int seed = story.seed();
        int updates = story.updates();
        return Stream.of(
                        new Stretch(
                                0,
                                seed,
                                ColorRole.VALUE,
                                "timeline.forward",
                                "timeline.forward.at"),
                        new Stretch(
                                seed,
                                updates,
                                ColorRole.UPSTREAM,
                                "timeline.backward",
                                "timeline.backward.at"),
                        new Stretch(
                                updates,
                                story.size(),
                                ColorRole.UPDATE,
                                "timeline.update",
                                "timeline.update.at"))
                .filter(s -> s.from < s.end)
                .toList();
    }

    boolean holds(int step) {
        return step >= from && step < end;
    }

    String name() {
        return Texts.of(text);
    }

    /// `backward · 3 of 5`
    String place(int step) {
        return Texts.of(Message.of(at).with("step", step - from + 1).with("steps", end - from));
    }
}
