package dev.backstep.lesson;

import dev.backstep.lang.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One stop of a lesson: what is read, and what is shown meanwhile.
///
/// @param title plain words
/// @param heading the same, as it is typeset
/// @param blocks its text, with its questions where they stand in it
/// @param notes the lecturer's own, not shown to the audience
/// @param program its own or that of a stop before it; nothing if that could not be read, or no
///   stop so far has one
/// @param scene how the program is shown
/// @param at its heading in the text
public record LessonStop(
        String title,
        List<Inline> heading,
        List<TextBlock> blocks,
        List<TextBlock> notes,
        Optional<StopProgram> program,
        Scene scene,
        Span at) {

    public LessonStop {
        heading = List.copyOf(heading);
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /// The same with another program.
    public LessonStop with(StopProgram other) {
        return new LessonStop(title, heading, blocks, notes, Optional.of(other), scene, at);
    }

    /// The same, read after something else.
    LessonStop behind(List<TextBlock> before) {
        List<TextBlock> all = Stream.concat(before.stream(), blocks.stream()).toList();
        return new LessonStop(title, heading, all, notes, program, scene, at);
    }

    /// Its questions, in order.
    public List<LessonQuestion> questions() {
        return blocks.stream()
                .filter(TextBlock.Asked.class::isInstance)
                .map(b -> ((TextBlock.Asked) b).question())
                .toList();
    }
}
