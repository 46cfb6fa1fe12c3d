package dev.backstep.lesson;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.Problem;
import dev.backstep.lang.ReadResult;
import dev.backstep.lang.Span;
import dev.backstep.text.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;

/// Reads the programs of a lesson.
final class Programs {

    private static final String WORD = "backstep";

    /// The program and the scene that a block gives.
    record Shown(Optional<StopProgram> program, Scene scene) {}

    private final LessonText reading;
    private final Map<String, ReadResult> read = new HashMap<>();

    Programs(LessonText reading) {
        this.reading = reading;
    }

    /// Whether a node is a fenced block whose info string begins with `backstep`.
    static boolean isProgram(Node node) {
        return node instanceof FencedCodeBlock code
                && code.getInfo() != null
                && code.getInfo().strip().split("\\s+", 2)[0].equals(WORD);
    }

    /// @param before the program of the stop before, which an empty block without a file keeps
    Shown read(FencedCodeBlock block, Optional<StopProgram> before) {
        SceneWords words = SceneWords.of(block, reading);
        Optional<StopProgram> program = program(block, words, before);
        return new Shown(program, new SceneReader(reading).read(words, program));
    }

    private Optional<StopProgram> program(
            FencedCodeBlock block, SceneWords words, Optional<StopProgram> before) {
        Optional<SceneWords.Word> file = words.word("file");
        boolean empty = block.getLiteral().isBlank();
        if (file.isPresent() && !empty) {
            reading.wrong(
                    file.get().at(),
                    Message.of("lesson.file.and.text"),
                    Message.of("lesson.hint.file.or.text"));
        }
        if (file.isPresent()) {
            return beside(file.get());
        }
        if (empty && before.isEmpty()) {
            reading.wrong(
                    LessonText.firstLine(block),
                    Message.of("lesson.no.program"),
                    Message.of("lesson.hint.program"));
        }
        return empty ? before : here(block);
    }

    /// The program that stands in the lesson.
    private Optional<StopProgram> here(FencedCodeBlock block) {
        String text = block.getLiteral();
        return switch (read(text)) {
            case ReadResult.Ok(Model model) ->
                    Optional.of(new StopProgram(text, Optional.empty(), model));
            case ReadResult.Problems(List<Problem> found) -> {
                CodeLines lines = CodeLines.of(block, reading.text());
                found.forEach(p -> reading.wrong(lines.at(p.span()), p.message(), p.hint()));
                yield Optional.empty();
            }
        };
    }

    /// The program that stands in a file beside the lesson.
    private Optional<StopProgram> beside(SceneWords.Word file) {
        String name = file.value();
        Optional<Message> outside =
                name.contains("/")
                        ? Optional.of(Message.of("lesson.not.beside"))
                        : FilesBeside.refusal(name);
        LessonFiles.Found found =
                outside.<LessonFiles.Found>map(LessonFiles.Found.Refused::new)
                        .orElseGet(() -> reading.files().program(name));
        return switch (found) {
            case LessonFiles.Found.Text(String text) -> beside(file, text);
            case LessonFiles.Found.Picture _ ->
                    throw new IllegalStateException("a program is asked for");
            case LessonFiles.Found.Refused(Message why) -> {
                wrong(file.at(), name, why);
                yield Optional.empty();
            }
        };
    }

    private Optional<StopProgram> beside(SceneWords.Word file, String text) {
        String name = file.value();
        return switch (read(text)) {
            case ReadResult.Ok(Model model) ->
                    Optional.of(new StopProgram(text, Optional.of(name), model));
            case ReadResult.Problems(List<Problem> problems) -> {
                for (Problem p : problems) {
                    wrong(file.at(), name + ":" + p.place(text), p.sentence());
                }
                yield Optional.empty();
            }
        };
    }

    private void wrong(Span at, String file, Message why) {
        reading.wrong(
                at,
                Message.of("lesson.file.wrong")
                        .with("file", LessonText.shown(file))
                        .with("why", why));
    }

    private ReadResult read(String text) {
        return read.computeIfAbsent(
                text, t -> Language.read(t, FilesBeside.only(reading.files().data())));
    }
}
