package dev.backstep.lesson;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Node;
import dev.backstep.lang.Model;
import dev.backstep.lang.Span;
import dev.backstep.lang.Spelling;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Reads a question: a block quote that begins with `?`.
final class QuestionReader {

    private static final Pattern MARK = Pattern.compile("\\s*[?？]\\s*");
    private static final Pattern CHOICE = Pattern.compile("choice\\s*[:：]");
    private static final Pattern GRADIENT =
            Pattern.compile("[d∂]\\s*([^\\s/]+?)\\s*/\\s*[d∂]\\s*(\\S+)");

    /// The most answers to choose from.
    private static final int MOST_OPTIONS = 12;

    private final LessonText reading;
    private final Prose prose;
    private final Optional<StopProgram> program;

    QuestionReader(LessonText reading, Prose prose, Optional<StopProgram> program) {
        this.reading = reading;
        this.prose = prose;
        this.program = program;
    }

    /// Whether a quote is a question.
    static boolean asks(BlockQuote quote) {
        return quote.getFirstChild() instanceof Paragraph first
                && first.getFirstChild() instanceof Text text
                && MARK.matcher(text.getLiteral()).lookingAt();
    }

    /// The question of a quote that asks; nothing if it is wrong.
    Optional<LessonQuestion> read(BlockQuote quote) {
        Paragraph first = (Paragraph) quote.getFirstChild();
        Span at = LessonText.firstLine(first);
        List<Inline> asked = new ArrayList<>();
        org.commonmark.node.Node rest = first.getFirstChild();
        for (; rest != null && !ends(rest); rest = rest.getNext()) {
            prose.piece(rest, asked);
        }
        List<Inline> told = new ArrayList<>();
        for (; rest != null; rest = rest.getNext()) {
            prose.piece(rest, told);
        }
        List<TextBlock> explanation = new ArrayList<>(Prose.paragraph(told));
        for (var block = first.getNext(); block != null; block = block.getNext()) {
            explanation.addAll(prose.block(block));
        }
        return read(LineCuts.cut(asked, markEnd(asked)), explanation, at);
    }

    private static int markEnd(List<Inline> asked) {
        Matcher mark = MARK.matcher(((Inline.Words) asked.getFirst()).text());
        return mark.lookingAt() ? mark.end() : 0;
    }

    /// A line ends what is asked, unless the next goes on with `|`.
    private static boolean ends(org.commonmark.node.Node node) {
        boolean goesOn =
                node.getNext() instanceof Text text
                        && text.getLiteral().stripLeading().startsWith("|");
        return (node instanceof SoftLineBreak || node instanceof HardLineBreak) && !goesOn;
    }

    private Optional<LessonQuestion> read(
            List<Inline> asked, List<TextBlock> explanation, Span at) {
        Optional<LineCuts.Place> choice = LineCuts.find(asked, CHOICE);
        if (choice.isPresent()) {
            List<Inline> prompt = LineCuts.trimmed(LineCuts.before(asked, choice.get()));
            return choice(LineCuts.behind(asked, choice.get()), at)
                    .map(asks -> new LessonQuestion(asks, prompt, explanation, at));
        }
        Optional<LineCuts.Place> colon =
                LineCuts.find(asked, Pattern.compile("[:：](?=\\s|$|[^\\x00-\\x7f])"));
        String what = Inline.plain(colon.map(c -> LineCuts.before(asked, c)).orElse(asked)).strip();
        List<Inline> prompt =
                colon.map(c -> LineCuts.trimmed(LineCuts.behind(asked, c))).orElse(List.of());
        return number(what, at).map(asks -> new LessonQuestion(asks, prompt, explanation, at));
    }

    private Optional<LessonQuestion.Asks> choice(List<Inline> texts, Span at) {
        List<LessonQuestion.Option> options = new ArrayList<>();
        for (List<Inline> text : LineCuts.split(texts, '|')) {
            List<Inline> words = LineCuts.trimmed(text);
            boolean right = words.size() == 1 && words.getFirst() instanceof Inline.Emphasised;
            options.add(
                    new LessonQuestion.Option(
                            right ? ((Inline.Emphasised) words.getFirst()).inside() : words,
                            right));
        }
        Optional<Message> wrong =
                options.size() < 2
                        ? Optional.of(Message.of("lesson.choice.one"))
                        : options.size() > MOST_OPTIONS
                                ? Optional.of(
                                        Message.of("lesson.choice.many").with("most", MOST_OPTIONS))
                                : options.stream().anyMatch(o -> Inline.plain(o.words()).isBlank())
                                        ? Optional.of(Message.of("lesson.choice.empty"))
                                        : options.stream().noneMatch(LessonQuestion.Option::right)
                                                ? Optional.of(Message.of("lesson.choice.no.right"))
                                                : Optional.empty();
        wrong.ifPresent(why -> reading.wrong(at, why, Message.of("lesson.hint.choice")));
        return wrong.isPresent()
                ? Optional.empty()
                : Optional.of(new LessonQuestion.Asks.Choice(options));
    }

    private Optional<LessonQuestion.Asks> number(String what, Span at) {
        if (what.isEmpty()) {
            reading.wrong(
                    at, Message.of("lesson.question.empty"), Message.of("lesson.hint.question"));
            return Optional.empty();
        }
        if (program.isEmpty()) {
            // What is wrong with the program, or that there is none, is told already.
            return Optional.empty();
        }
        Model model = program.get().model();
        Matcher gradient = GRADIENT.matcher(what);
        return gradient.matches()
                ? gradient(model, gradient.group(1), gradient.group(2), at)
                : node(model, what, at)
                        .map(n -> new LessonQuestion.Asks.Value(Spelling.name(what), n.id()));
    }

    private Optional<LessonQuestion.Asks> gradient(Model model, String of, String by, Span at) {
        Optional<Node> output = node(model, of, at);
        Optional<Node> node = node(model, by, at);
        if (output.isEmpty() || node.isEmpty()) {
            return Optional.empty();
        }
        if (output.get().id() != model.output()) {
            reading.wrong(
                    at,
                    Message.of("lesson.not.output").with("name", of),
                    Message.of("lesson.hint.question"));
            return Optional.empty();
        }
        int id = node.get().id();
        if (!Adjoint.of(model.graph(), model.output()).gradients().containsKey(id)) {
            reading.wrong(at, Message.of("lesson.no.gradient").with("name", by));
            return Optional.empty();
        }
        return Optional.of(new LessonQuestion.Asks.Gradient(Spelling.name(by), id));
    }

    private Optional<Node> node(Model model, String written, Span at) {
        String name = Spelling.name(written);
        Integer known = model.names().get(name);
        Optional<Node> node =
                known != null
                        ? Optional.of(model.graph().node(known))
                        : model.graph().nodes().stream()
                                .filter(n -> n.name().equals(Optional.of(name)))
                                .findFirst();
        if (node.isEmpty()) {
            reading.wrong(
                    at,
                    Message.of("lesson.no.node").with("name", LessonText.shown(written)),
                    Message.of("lesson.hint.question"));
        }
        return node;
    }
}
