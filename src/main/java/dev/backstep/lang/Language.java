package dev.backstep.lang;

import dev.backstep.data.DataFiles;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads program texts.
public final class Language {

    /// The longest program, in characters.
    public static final int MAX_LENGTH = 1_000_000;

    /// More problems than that are not told.
    static final int MAX_PROBLEMS = 1_000;

    /// The most elements a program and its gradients may have together: 256 MB of doubles.
    private static final long MAX_DIFFERENTIATED = 32_000_000;

    /// The most elements of a network that is trained or tried out: 2 GB of doubles.
    private static final long MAX_TRAINED = 256_000_000;

    /// What a `data` line provides.
    static final List<String> DATA = List.of("X", "y");

    private final String text;
    private final Engine engine;
    private final long room;
    private final Map<String, Tensor> values;
    private final Statements cut;
    private final Supplier<Set<String>> assigned;
    private final Supplier<Map<String, Span>> functions;
    private final Syntax syntax;
    private final List<Problem> problems = new ArrayList<>();

    private Language(String text, Engine engine, long room, Map<String, Tensor> values) {
        this.text = text;
        this.engine = engine;
        this.room = room;
        this.values = values;
        this.cut = Statements.of(text);
        this.functions = memo(this::functions);
        this.assigned = memo(this::names);
        this.syntax = new Syntax(assigned);
    }

    /// The same text for another number of samples: nothing of it is parsed again.
    private Language(Language before, Engine engine, Map<String, Tensor> values) {
        this.text = before.text;
        this.engine = engine;
        this.room = MAX_TRAINED;
        this.values = values;
        this.cut = before.cut;
        this.functions = before.functions;
        this.assigned = before.assigned;
        this.syntax = before.syntax;
    }

    /// What a text means that may not read files.
    public static ReadResult read(String text) {
        return read(text, DataFiles.NONE);
    }

    /// What `text` means, or all that is wrong with it, in the order of the text. Never throws.
    ///
    /// @param files where the samples of a `csv` line and the matrices of files come from
    public static ReadResult read(String text, DataFiles files) {
        return read(text, Engine.first(files));
    }

    /// What a text means that names the same files as an earlier text: what they hold is taken from
    /// there.
    public static ReadResult read(String text, Model known) {
        return read(text, Engine.first(known));
    }

    private static ReadResult read(String text, Engine engine) {
        if (text.length() > MAX_LENGTH) {
            return refused(tooLong());
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return refused(new Problem(new Span(nul, nul + 1), Message.of("problem.nul")));
        }
        return new Language(text, engine, Shape.MAX_ELEMENTS, Map.of()).read();
    }

    /// What a text that has been read before means for another number of samples; the values of its
    /// leaves are not drawn again.
    static ReadResult again(Model known, int samples) {
        Engine engine = Engine.of(known, samples);
        return new Language(known.text(), engine, MAX_TRAINED, Networks.values(known)).read();
    }

    /// What is wrong with a text of more than [#MAX_LENGTH] characters.
    public static Problem tooLong() {
        return new Problem(
                new Span(0, 0), Message.of("problem.too.long"), Message.of("hint.split"));
    }

    private static ReadResult refused(Problem problem) {
        return new ReadResult.Problems(List.of(problem));
    }

    private ReadResult read() {
        problems.addAll(cut.problems());
        Settings settings = settings(cut.spans());
        cut.spans().stream().filter(s -> begins(s, "train")).forEach(this::train);
        Scope scope = new Scope(assigned, this::function, room, values, engine.files());
        for (Span broken : cut.broken()) {
            Beginnings.assigned(text, broken).ifPresent(scope::hush);
            Beginnings.defined(text, broken).ifPresent(scope::hush);
            if (begins(broken, "data")) {
                DATA.forEach(scope::hush);
            }
        }
        Elaborator elaborator = new Elaborator(scope, settings, engine, cut::note);
        Iterator<Statements.Title> titles = cut.titles().iterator();
        Statements.Title next = titles.hasNext() ? titles.next() : null;
        for (Span span : cut.spans()) {
            if (problems.size() >= MAX_PROBLEMS) {
                break;
            }
            while (next != null && next.at().start() < span.end()) {
                scope.groups().section(next.title(), next.note());
                next = titles.hasNext() ? titles.next() : null;
            }
            if (cut.body(span).isPresent()) {
                new DefinitionReader(text, syntax, scope).read(span, cut, problems);
            } else if (!begins(span, "set") && !begins(span, "train")) {
                statement(span, elaborator, scope);
            }
        }
        if (problems.isEmpty() || elaborator.hasLoss()) {
            elaborator.outputProblem().ifPresent(problems::add);
        }
        if (problems.isEmpty() && scope.builder().size() == 0) {
            return refused(nothing(scope.functions()));
        }
        return problems.isEmpty() ? sized(elaborator) : told();
    }

    /// What is wrong with a program that computes nothing.
    private static Problem nothing(Definitions functions) {
        return functions.all().stream()
                .findFirst()
                .map(
                        f ->
                                new Problem(
                                        f.span(),
                                        Message.of("problem.function.unused"),
                                        Message.of("hint.call.function").with("code", f.head())))
                .orElseGet(
                        () ->
                                new Problem(
                                        new Span(0, 0),
                                        Message.of("problem.empty"),
                                        Message.of("hint.try")));
    }

    private void statement(Span span, Elaborator elaborator, Scope scope) {
        TokenPositions place = new TokenPositions(text, span);
        try {
            elaborator.statement(syntax.parse(place), place, problems);
        } catch (ProblemException wrong) {
            problems.addAll(wrong.problems());
            Beginnings.assigned(text, span).ifPresent(scope::hush);
            Beginnings.defined(text, span).ifPresent(scope::hush);
            if (begins(span, "data")) {
                DATA.forEach(scope::hush);
            }
        }
    }

    /// All `set` lines, before anything else is read.
    private Settings settings(List<Span> spans) {
        Settings settings = new Settings();
        for (Span span : spans) {
            if (begins(span, "set") && problems.size() < MAX_PROBLEMS) {
                TokenPositions place = new TokenPositions(text, span);
                try {
                    if (syntax.parse(place) instanceof BackstepParser.SettingContext line) {
                        settings.take(line, place);
                    }
                } catch (ProblemException wrong) {
                    problems.addAll(wrong.problems());
                }
            }
        }
        return settings;
    }

    private void train(Span span) {
        TokenPositions place = new TokenPositions(text, span);
        try {
            if (syntax.parse(place) instanceof BackstepParser.EngineContext line) {
                engine.train(line, place);
            }
        } catch (ProblemException wrong) {
            problems.addAll(wrong.problems());
        }
    }

    private boolean begins(Span span, String word) {
        return Beginnings.firstWord(text, span).equals(word);
    }

    /// The text of the function of a name, wherever it is defined.
    private Optional<String> function(String name) {
        return Optional.ofNullable(functions.get().get(name))
                .map(s -> text.substring(s.start(), s.end()));
    }

    /// Every function that the program defines.
    private Map<String, Span> functions() {
        Map<String, Span> functions = new HashMap<>();
        cut.spans().stream()
                .filter(s -> cut.body(s).isPresent())
                .forEach(s -> functions.putIfAbsent(Beginnings.firstWord(text, s), s));
        return functions;
    }

    /// Every name that the program assigns.
    private Set<String> names() {
        Set<String> names = new HashSet<>();
        for (List<Span> spans : List.of(cut.spans(), cut.broken())) {
            spans.forEach(s -> Beginnings.assigned(text, s).ifPresent(names::add));
        }
        names.addAll(functions.get().keySet());
        if (cut.spans().stream().anyMatch(s -> begins(s, "data"))) {
            names.addAll(DATA);
        }
        return names;
    }

    /// The model, unless its gradients would take too much memory: a small node may be handed back
    /// to a large one often.
    private ReadResult sized(Elaborator elaborator) {
        Model model = elaborator.model(text);
        Graph graph = model.graph();
        boolean small = graph.nodes().stream().allMatch(n -> n.shape().isScalar());
        if (!small
                && !engine.isAgain()
                && Adjoint.of(graph, model.output()).graph().elements() > MAX_DIFFERENTIATED) {
            return refused(
                    new Problem(
                            elaborator.outputSpan(),
                            Message.of("problem.gradients.large"),
                            Message.of("hint.smaller.matrices")));
        }
        if (!engine.isAgain()) {
            model.learning().map(l -> Targets.problems(model, l)).ifPresent(problems::addAll);
        }
        if (!problems.isEmpty()) {
            return told();
        }
        return Networks.problem(model, engine, n -> retried(model, n), elaborator.outputSpan())
                .map(Language::refused)
                .orElseGet(() -> new ReadResult.Ok(model));
    }

    private ReadResult retried(Model model, int samples) {
        return new Language(this, Engine.of(model, samples), Networks.values(model)).read();
    }

    private ReadResult told() {
        problems.sort(Comparator.comparingInt(p -> p.span().start()));
        return new ReadResult.Problems(
                problems.subList(0, Math.min(problems.size(), MAX_PROBLEMS)));
    }

    private static <T> Supplier<T> memo(Supplier<T> names) {
        Map<String, T> kept = new HashMap<>();
        return () -> kept.computeIfAbsent("", k -> names.get());
    }
}
