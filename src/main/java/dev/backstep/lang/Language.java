package dev.backstep.lang;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private final String text;
    private final Syntax syntax = new Syntax();
    private final List<Problem> problems = new ArrayList<>();

    private Language(String text) {
        this.text = text;
    }

    /// What `text` means, or all that is wrong with it, in the order of the text. Never throws.
    public static Reading read(String text) {
        if (text.length() > MAX_LENGTH) {
            return refused(
                    new Problem(new Span(0, 0), "this program is too long: over 1 MB", "split it"));
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return refused(
                    new Problem(
                            new Span(nul, nul + 1), "a NUL byte: this is not a program text", ""));
        }
        return new Language(text).read();
    }

    private static Reading refused(Problem problem) {
        return new Reading.Problems(List.of(problem));
    }

    private Reading read() {
        Statements cut = Statements.of(text);
        problems.addAll(cut.problems());
        Settings settings = settings(cut.spans());
        Scope scope = new Scope(memo(() -> assigned(cut.spans())));
        cut.broken().forEach(b -> Statements.assigned(text, b).ifPresent(scope::fail));
        Elaborator elaborator = new Elaborator(scope, settings.relu0());
        for (Span span : cut.spans()) {
            if (problems.size() >= MAX_PROBLEMS) {
                break;
            }
            if (!isSetting(span)) {
                statement(span, elaborator, scope);
            }
        }
        if (problems.isEmpty() || elaborator.hasLoss()) {
            elaborator.outputProblem().ifPresent(problems::add);
        }
        if (problems.isEmpty() && scope.builder().size() == 0) {
            return refused(new Problem(new Span(0, 0), "this program is empty", "try: x = 1"));
        }
        return problems.isEmpty() ? sized(elaborator) : told();
    }

    private void statement(Span span, Elaborator elaborator, Scope scope) {
        Place place = new Place(text, span);
        try {
            elaborator.statement(syntax.parse(place), place, problems);
        } catch (Wrong wrong) {
            problems.add(wrong.problem());
            Statements.assigned(text, span).ifPresent(scope::fail);
        }
    }

    /// All `set` lines, before anything else is read.
    private Settings settings(List<Span> spans) {
        Settings settings = new Settings();
        for (Span span : spans) {
            if (isSetting(span) && problems.size() < MAX_PROBLEMS) {
                Place place = new Place(text, span);
                try {
                    if (syntax.parse(place) instanceof BackstepParser.SettingContext line) {
                        settings.take(line, place);
                    }
                } catch (Wrong wrong) {
                    problems.add(wrong.problem());
                }
            }
        }
        return settings;
    }

    private boolean isSetting(Span span) {
        return Statements.firstWord(text, span).equals("set");
    }

    private Set<String> assigned(List<Span> spans) {
        Set<String> names = new HashSet<>();
        spans.forEach(s -> Statements.assigned(text, s).ifPresent(names::add));
        return names;
    }

    /// The model, unless its gradients would take too much memory: a small node may be handed back
    /// to a large one often.
    private Reading sized(Elaborator elaborator) {
        Model model = elaborator.model(text);
        Graph graph = model.graph();
        boolean small = graph.nodes().stream().allMatch(n -> n.shape().isScalar());
        if (!small && Adjoint.of(graph, model.output()).graph().elements() > MAX_DIFFERENTIATED) {
            return refused(
                    new Problem(
                            elaborator.outputSpan(),
                            "too large: with its gradients over 32 million elements in all",
                            "take smaller matrices"));
        }
        return new Reading.Ok(model);
    }

    private Reading told() {
        problems.sort(Comparator.comparingInt(p -> p.span().start()));
        return new Reading.Problems(problems.subList(0, Math.min(problems.size(), MAX_PROBLEMS)));
    }

    private static Supplier<Set<String>> memo(Supplier<Set<String>> names) {
        Map<String, Set<String>> kept = new HashMap<>();
        return () -> kept.computeIfAbsent("", k -> names.get());
    }
}
