package dev.backstep.explain;

import dev.backstep.graph.Node;
import dev.backstep.notation.Labels;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Paths;
import dev.backstep.story.Progress;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;

/// The paths from the output to a leaf as they are written, with what each carries once the
/// gradient has come all the way, and their sum.
///
/// @param progress how far the story has come
public record ToldPaths(Paths paths, Progress progress, Numbers numbers) {

    /// More paths are only counted.
    public static final int MOST = 12;

    /// Longer paths are written with their ends only.
    private static final int MOST_HOPS = 5;

    /// The leaves that paths can lead to.
    public static List<Integer> leaves(Walkthrough w) {
        return w.graph().nodes().stream()
                .filter(Node::isLeafWithGradient)
                .map(Node::id)
                .filter(id -> w.gradient(id).isPresent() && w.drawn().containsVertex(id))
                .toList();
    }

    private Walkthrough w() {
        return progress.walkthrough();
    }

    private Labels labels() {
        return w().labels();
    }

    private boolean isHidden() {
        return w().hidden().hidesGradient(paths.node());
    }

    /// Whether the gradient has come all along a path.
    public boolean isWalked(Paths.Path path) {
        return path.hops().stream().allMatch(h -> progress.isCrossed(h.edge()));
    }

    /// Whether what a path carries is written.
    public boolean isTold(Paths.Path path) {
        return isWalked(path) && !isHidden();
    }

    /// `L \to c \to x`, or `L \to a \to \ldots \to b \to x`.
    public String tex(Paths.Path path) {
        if (path.hops().size() <= MOST_HOPS) {
            return path.tex(labels());
        }
        int last = path.hops().size() - 1;
        return String.join(
                " \\to ",
                labels().tex(w().output()),
                labels().tex(path.hops().getFirst().to()),
                "\\ldots",
                labels().tex(path.hops().get(last - 1).to()),
                labels().tex(path.hops().get(last).to()));
    }

    /// `1 · 4 · 2 = 8`, `?` for what has not come.
    public String product(Paths.Path path) {
        boolean brief = path.hops().size() > MOST_HOPS;
        String factors =
                brief || isHidden()
                        ? ""
                        : path.factors(numbers).map(f -> seeded(path, f) + " = ").orElse("");
        return factors + (isTold(path) ? numbers.brief(path.product()) : "?");
    }

    /// The one local gradient of a path of one edge, times the 1 that the loss starts with.
    private static String seeded(Paths.Path path, String factors) {
        return path.hops().size() == 1 ? "1 · " + factors : factors;
    }

    /// `\partial L/\partial x`, what the paths add up to.
    public String sumTex() {
        return "\\partial "
                + labels().tex(w().output())
                + "/\\partial "
                + labels().tex(paths.node());
    }

    /// What it does with the paths.
    public Message adds() {
        boolean itself = paths.node() == w().output();
        return Message.of(itself ? "paths.itself" : paths.count() > 1 ? "paths.sum" : "paths.one");
    }

    /// How many paths are not listed; nothing if all are.
    public Optional<Message> rest() {
        return paths.complete()
                ? Optional.empty()
                : Optional.of(Message.of("paths.more").with("n", paths.rest()));
    }

    /// Whether all of the gradient has come.
    public boolean isWhole() {
        return progress.wholeGradient(paths.node()).isPresent();
    }

    /// What the paths add up to, or how far that has come.
    public Message total() {
        Optional<Tensor> whole = progress.wholeGradient(paths.node());
        if (whole.isPresent()) {
            return Message.verbatim(numbers.brief(whole.get()));
        }
        return Message.of(
                isHidden()
                        ? "quiz.hidden.brief"
                        : progress.gradient(paths.node()).isPresent()
                                ? "paths.partly"
                                : "paths.not.yet");
    }
}
