package dev.backstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.layout.Programs;
import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonFiles;
import dev.backstep.lesson.ParsedLesson;
import java.util.List;

/// Lessons for tests.
final class Lessons {

    static final LessonSource SOURCE = new LessonSource.Bundled("test");

    /// Four stops: two on one program, one on another, one on a training.
    static final String TEXT =
            """
            # A lesson

            ## Paths
            ```backstep step=4
            x = 1
            y = 4
            a = x^2
            b = 2*x*y
            loss L = a + b
            ```
            > ? dL/dx
            > Ten.

            > ? choice: a | *b*
            > b.

            ## The same, to the end
            ```backstep step=last detail=statements
            ```

            ## Another
            ```backstep step=forward
            u = 3
            L = u^2
            ```

            ## Training
            ```backstep after=2 step=forward
            """
                    + Programs.XOR
                    + """
            ```
            """;

    private Lessons() {}

    static ParsedLesson parsed(String text) {
        ParsedLesson parsed = Lesson.parse(text, LessonFiles.NONE);
        assertEquals(List.of(), parsed.problems().stream().map(p -> p.at("l.md", text)).toList());
        return parsed;
    }

    static LessonMove begin() {
        return new LessonMove.Begin(SOURCE, TEXT, parsed(TEXT));
    }
}
