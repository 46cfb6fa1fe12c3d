package dev.backstep.lesson;

import dev.backstep.lang.Problem;
import dev.backstep.lang.Span;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/// Cuts a document into stops.
final class LessonReader {

    private static final Message TOO_LONG =
            Message.of("lesson.too.long").with("most", Lesson.MAX_LENGTH);

    private final LessonText reading;
    private final Prose prose;
    private final Programs programs;
    private final List<LessonStop> stops = new ArrayList<>();
    private String title = "";
    private List<TextBlock> opening = List.of();
    private Optional<StopProgram> program = Optional.empty();
    private Scene scene = Scene.START;

    /// The heading of the stop being read; nothing before the first.
    private Optional<Heading> heading = Optional.empty();

    private final List<Node> nodes = new ArrayList<>();
    private boolean tooMany;

    private LessonReader(LessonText reading) {
        this.reading = reading;
        this.prose = new Prose(reading);
        this.programs = new Programs(reading);
    }

    static ParsedLesson read(String text, LessonFiles files) {
        LessonText reading = new LessonText(text, files);
        if (text.length() > Lesson.MAX_LENGTH) {
            reading.wrong(new Span(0, 0), TOO_LONG, Message.of("hint.split"));
            return new ParsedLesson(new Lesson("", List.of(), List.of()), reading.problems());
        }
        Lesson lesson = new LessonReader(reading).read(Markdown.parse(text));
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.sort(Comparator.comparingInt(p -> p.span().start()));
        return new ParsedLesson(lesson, problems);
    }

    private Lesson read(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading h when h.getLevel() == 2 -> begin(h);
                case Heading h when h.getLevel() == 1 && heading.isEmpty() && title.isEmpty() ->
                        title = Inline.plain(prose.line(h)).strip();
                default -> nodes.add(node);
            }
        }
        finish();
        if (stops.isEmpty()) {
            reading.wrong(
                    new Span(0, 0), Message.of("lesson.no.stop"), Message.of("lesson.hint.stop"));
        }
        return new Lesson(title, opening, stops);
    }

    private void begin(Heading next) {
        finish();
        heading = Optional.of(next);
    }

    /// Ends the stop being read, or what stands before the first.
    private void finish() {
        if (stops.size() >= Lesson.MAX_STOPS) {
            tellOfMany();
            nodes.clear();
            return;
        }
        setScene();
        List<TextBlock> blocks = new ArrayList<>();
        List<TextBlock> notes = new ArrayList<>();
        for (Node node : nodes) {
            Optional<Note> note =
                    node instanceof BlockQuote quote ? Note.of(quote, prose) : Optional.empty();
            if (note.isPresent()) {
                notes.addAll(note.get().blocks());
            } else if (!Programs.isProgram(node)) {
                blocks.addAll(block(node));
            }
        }
        nodes.clear();
        heading.ifPresentOrElse(h -> add(h, blocks, notes), () -> opening = blocks);
    }

    private void tellOfMany() {
        if (!tooMany) {
            tooMany = true;
            reading.wrong(
                    heading.map(LessonText::at).orElseThrow(),
                    Message.of("lesson.many.stops").with("most", Lesson.MAX_STOPS),
                    Message.of("hint.split"));
        }
    }

    private void add(Heading h, List<TextBlock> blocks, List<TextBlock> notes) {
        List<Inline> line = prose.line(h);
        String words = Inline.plain(line).strip();
        if (words.isEmpty()) {
            reading.wrong(
                    LessonText.at(h),
                    Message.of("lesson.no.title"),
                    Message.of("lesson.hint.title"));
        }
        stops.add(new LessonStop(words, line, blocks, notes, program, scene, LessonText.at(h)));
    }

    private List<TextBlock> block(Node node) {
        if (node instanceof BlockQuote quote && QuestionReader.asks(quote)) {
            if (heading.isEmpty()) {
                reading.wrong(
                        LessonText.firstLine(quote),
                        Message.of("lesson.question.early"),
                        Message.of("lesson.hint.stop"));
                return List.of();
            }
            return new QuestionReader(reading, prose, program)
                    .read(quote).stream().<TextBlock>map(TextBlock.Asked::new).toList();
        }
        return prose.block(node);
    }

    /// Takes the program and the scene of the stop from its fenced block, if it has one.
    private void setScene() {
        List<FencedCodeBlock> found =
                nodes.stream()
                        .filter(Programs::isProgram)
                        .map(FencedCodeBlock.class::cast)
                        .toList();
        for (FencedCodeBlock more : found.stream().skip(1).toList()) {
            reading.wrong(
                    LessonText.firstLine(more),
                    Message.of("lesson.two.programs"),
                    Message.of("lesson.hint.split.stop"));
        }
        if (!found.isEmpty()) {
            Programs.Shown shown = programs.read(found.getFirst(), program);
            program = shown.program();
            scene = shown.scene();
        } else if (heading.isPresent() && stops.isEmpty() && program.isEmpty()) {
            reading.wrong(
                    LessonText.at(heading.get()),
                    Message.of("lesson.no.program"),
                    Message.of("lesson.hint.program"));
        }
    }
}
