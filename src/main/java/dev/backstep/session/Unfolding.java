package dev.backstep.session;

import dev.backstep.graph.Detail;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Folding;
import dev.backstep.graph.OpenGroup;
import dev.backstep.graph.Unrolled;
import dev.backstep.story.OpenTensors;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What opens and folds the cards of a program.
public record Unfolding(ShownProgram shown) {

    /// What opens what a card stands for, a group or a matrix, or folds the group around it.
    ///
    /// @param branch whether with all groups inside, or the outermost
    public Action toggling(int vertex, boolean branch) {
        Optional<String> tensor = branch ? Optional.empty() : tensor(vertex);
        return new Action.Draw(
                Optional.of(
                        tensor.map(name -> shown.detail().open(Detail.tensor(name)))
                                .orElseGet(() -> toggled(vertex, branch))));
    }

    /// What folds the group around a card, if there is one.
    public Optional<Action> foldingAround(int vertex) {
        boolean group = shown.walkthrough().drawn().folded(vertex).isPresent();
        return Optional.of(group ? shown.detail() : toggled(vertex, false))
                .filter(d -> !d.equals(shown.detail()))
                .map(d -> new Action.Draw(Optional.of(d)));
    }

    private Detail toggled(int vertex, boolean branch) {
        return Folding.toggled(shown.detail(), shown.walkthrough().drawn(), vertex, branch);
    }

    /// Whether a card opens: one of a folded group, or of a matrix or what is computed from one.
    public boolean opens(int vertex) {
        return shown.walkthrough().drawn().folded(vertex).isPresent() || tensor(vertex).isPresent();
    }

    /// Why the matrix of a card is not opened into its numbers: there would be too many. Nothing if
    /// there would not, or if it is none.
    public Optional<Message> refused(int vertex) {
        int node = shown.origin(vertex);
        return tensor(vertex)
                .flatMap(
                        name ->
                                OpenTensors.refusal(shown.whole(), shown.openedNodes(), node)
                                        .map(
                                                why ->
                                                        Message.of("detail.tensor.refused")
                                                                .with("name", name)
                                                                .with("why", why)));
    }

    /// What such a matrix is called.
    private Optional<String> tensor(int vertex) {
        int node = shown.origin(vertex);
        boolean closed =
                shown.detail().level() != Detail.Level.SCALARS
                        && shown.walkthrough().drawn().folded(vertex).isEmpty()
                        && !shown.openedNodes().contains(node)
                        && Unrolled.canOpen(shown.model().graph(), node);
        return closed ? Optional.of(shown.whole().labels().plain(node)) : Optional.empty();
    }

    /// What opens the groups that hide a node; nothing if it has a card.
    public Optional<Action> revealing(int node) {
        Detail wanted = shown.detail();
        DrawnGraph drawn = shown.walkthrough().drawn();
        for (int at = drawn.vertex(node); at != node; at = drawn.vertex(node)) {
            wanted = wanted.open(drawn.folded(at).orElseThrow().group().name());
            drawn = drawn.with(Folding.of(shown.groups(), wanted));
        }
        return wanted.equals(shown.detail())
                ? Optional.empty()
                : Optional.of(new Action.Draw(Optional.of(wanted)));
    }

    /// What folds an open group into one card; nothing if it has no more than one.
    public Optional<Action> folding(String group) {
        return open(shown.walkthrough().drawn().frames(), group)
                .filter(frame -> frame.vertices().size() > 1)
                .map(_ -> new Action.Draw(Optional.of(shown.detail().fold(group))));
    }

    private static Optional<OpenGroup> open(List<OpenGroup> frames, String group) {
        return frames.stream()
                .flatMap(
                        f ->
                                f.group().name().equals(group)
                                        ? Stream.of(f)
                                        : open(f.inside(), group).stream())
                .findFirst();
    }
}
