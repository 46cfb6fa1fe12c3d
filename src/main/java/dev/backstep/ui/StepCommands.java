package dev.backstep.ui;

import dev.backstep.graph.Detail;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.Unfolding;
import dev.backstep.session.View;
import dev.backstep.story.OpenTensors;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.transport.StepPlayer;
import java.util.Optional;
import java.util.OptionalInt;

/// What commands do with the steps and with the card that is selected.
final class StepCommands {

    private final Session session;
    private final Notices notices;
    private final StepPlayer player = new StepPlayer(this::playOn);

    StepCommands(Session session, Notices notices) {
        this.session = session;
        this.notices = notices;
    }

    StepPlayer player() {
        return player;
    }

    boolean isPlaying() {
        return player.isPlaying();
    }

    void togglePlay() {
        if (player.isPlaying()) {
            player.stop();
            return;
        }
        if (view().step() >= session.state().steps() - 1) {
            session.dispatch(new Action.ToStart());
        }
        player.play();
    }

    private boolean playOn() {
        session.dispatch(new Action.Forward());
        return view().step() < session.state().steps() - 1;
    }

    /// Lets the user's action happen; a step by hand stops the player.
    void by(Action action) {
        if (action.isStep()) {
            player.stop();
        }
        session.dispatch(action);
    }

    void toSeed() {
        session.state().good().ifPresent(g -> by(new Action.Go(g.walkthrough().story().seed())));
    }

    void toUpdates() {
        session.state().good().ifPresent(g -> by(new Action.Go(g.walkthrough().story().updates())));
    }

    void speed(double factor) {
        session.dispatch(new Action.Speed(view().speed() * factor));
    }

    void goToSelected() {
        view().selected().ifPresent(node -> session.dispatch(new Action.GoToNode(node)));
    }

    void deselect() {
        session.dispatch(new Action.Select(OptionalInt.empty()));
    }

    void unpinSelected() {
        view().selected().ifPresent(node -> session.dispatch(new Action.Unpin(node)));
    }

    /// Draws the graph at a level, or says why not.
    void draw(Detail.Level level) {
        Optional<Message> refusal =
                level == Detail.Level.SCALARS
                        ? session.state()
                                .good()
                                .flatMap(
                                        g ->
                                                OpenTensors.refusal(
                                                        g.model().graph(), g.model().mistake()))
                        : Optional.empty();
        refusal.ifPresentOrElse(
                why ->
                        notices.refuse(
                                Texts.of(Message.of("detail.scalars.refused").with("why", why))),
                () -> by(new Action.Draw(Optional.of(Detail.of(level)))));
    }

    /// Opens or folds at the card that is selected, or that the step is about.
    void toggle(boolean branch) {
        session.state().good().ifPresent(g -> toggle(new Unfolding(g), at(g), branch));
    }

    private void toggle(Unfolding folds, int vertex, boolean branch) {
        Optional<Message> refusal = branch ? Optional.empty() : folds.refused(vertex);
        refusal.ifPresentOrElse(
                why -> notices.refuse(Texts.of(why)),
                () -> session.dispatch(folds.toggling(vertex, branch)));
    }

    /// Folds the innermost group around that card.
    void foldAround() {
        session.state()
                .good()
                .flatMap(g -> new Unfolding(g).foldingAround(at(g)))
                .ifPresent(session::dispatch);
    }

    private int at(ShownProgram shown) {
        Walkthrough w = shown.walkthrough();
        int step = Math.clamp(view().step(), 0, w.size() - 1);
        return w.drawn().vertex(view().selected().orElse(w.step(step).node()));
    }

    private View view() {
        return session.state().view();
    }
}
