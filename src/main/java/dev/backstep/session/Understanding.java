package dev.backstep.session;

import dev.backstep.data.DataFiles;
import dev.backstep.graph.Detail;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.lang.Glance;
import dev.backstep.lang.Language;
import dev.backstep.lang.Learning;
import dev.backstep.lang.Model;
import dev.backstep.lang.Problem;
import dev.backstep.lang.ReadResult;
import dev.backstep.lang.Span;
import dev.backstep.story.Story;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What came of reading and evaluating a text.
public sealed interface Understanding {

    /// The longest text, in characters, that is read while a key is down.
    int MAX_TEXT = 4_000;

    /// The most work, in nanoseconds as roughly estimated, that is done while a key is down.
    long MAX_WORK = 10_000_000;

    record Right(ShownProgram good, Story.Grain grain) implements Understanding {}

    record Wrong(List<Problem> problems) implements Understanding {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /// Reads and evaluates what is open. Takes as long as it takes: for a background thread. The
    /// result is for [Action.Understood].
    ///
    /// @param files where the samples and matrices of files come from
    static Understanding of(State state, DataFiles files) {
        return within(
                () -> prepared(state, state.isCurrent() ? evaluated(state) : read(state, files)));
    }

    /// The same where files that the text names may have changed: reads it whether or not it was
    /// read before. Nothing where all is as it was.
    static Optional<Understanding> again(State state, DataFiles files) {
        Understanding now = within(() -> read(state, files));
        return Optional.of(now)
                .filter(what -> !isKnown(state, what))
                .map(what -> within(() -> prepared(state, what)));
    }

    /// Whether to draw it is more than can be done while a key is down.
    default boolean takesLong(Optional<Detail> detail) {
        return this instanceof Right(ShownProgram good, _) && good.takesLong(detail);
    }

    private static Understanding prepared(State state, Understanding what) {
        return what instanceof Right(ShownProgram good, var grain)
                ? new Right(good.withDetail(state.view().detail()).prepared(), grain)
                : what;
    }

    private static boolean isKnown(State state, Understanding now) {
        return switch (now) {
            case Wrong(var problems) -> problems.equals(state.problems());
            case Right(ShownProgram good, _) ->
                    state.isCurrent()
                            && state.problems().isEmpty()
                            && good.model().learning().equals(learning(state))
                            && good.model().origins().files().equals(files(state));
        };
    }

    private static Optional<Learning> learning(State state) {
        return state.program().flatMap(g -> g.model().learning());
    }

    private static Map<String, Tensor> files(State state) {
        return state.program().map(g -> g.model().origins().files()).orElse(Map.of());
    }

    private static Understanding evaluated(State state) {
        Story.Grain grain = state.view().grain();
        ShownProgram good = state.program().orElseThrow();
        return new Right(good.with(good.model()).by(grain), grain);
    }

    private static Understanding read(State state, DataFiles files) {
        Story.Grain grain = state.view().grain();
        return switch (Language.read(state.document().text(), files)) {
            case ReadResult.Ok(Model model) ->
                    new Right(ShownProgram.of(model, grain, literals(state)), grain);
            case ReadResult.Problems(var problems) -> new Wrong(problems);
        };
    }

    private static boolean literals(State state) {
        return state.view().preferences().literals();
    }

    /// What comes of reading, within the memory there is.
    private static Understanding within(Supplier<Understanding> reading) {
        try {
            return reading.get();
        } catch (OutOfMemoryError e) {
            return new Wrong(List.of(new Problem(new Span(0, 0), Message.of("problem.memory"))));
        }
    }

    /// The same at once where it takes no longer than a moment, else nothing.
    static Optional<Understanding> atOnce(String text, Story.Grain grain, boolean literals) {
        if (text.length() > MAX_TEXT || Glance.mayTakeLong(text)) {
            return Optional.empty();
        }
        return switch (Language.read(text)) {
            case ReadResult.Ok(Model model) when work(model.graph()) > MAX_WORK -> Optional.empty();
            case ReadResult.Ok(Model model) ->
                    Optional.of(new Right(ShownProgram.of(model, grain, literals), grain));
            case ReadResult.Problems(var problems) -> Optional.of(new Wrong(problems));
        };
    }

    /// Roughly the nanoseconds that a graph takes forward and backward.
    static long work(Graph graph) {
        long work = 0;
        for (Node node : graph.nodes()) {
            long inner =
                    node.op() instanceof Op.MatMul
                            ? graph.node(node.inputs().getFirst()).shape().cols()
                            : 2;
            work += 300 + 3 * inner * node.shape().size();
        }
        return work;
    }
}
