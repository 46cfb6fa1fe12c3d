package dev.backstep.ui.train;

import dev.backstep.lang.Model;
import dev.backstep.lang.TrainedText;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.Trained;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.train.Run;
import dev.backstep.train.Training;
import dev.backstep.train.TrainingState;
import dev.backstep.ui.kit.Texts;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;

/// What becomes of the weights that a run has reached: they go into the text if one asks for it,
/// and are remembered for the next session in any case.
final class TrainedWeights {

    /// Seconds that the window waits for the batch under way before it goes.
    private static final long PATIENCE = 2;

    private final Session session;
    private final Consumer<String> edit;
    private final Consumer<String> refuse;

    TrainedWeights(Session session, Consumer<String> edit, Consumer<String> refuse) {
        this.session = session;
        this.edit = edit;
        this.refuse = refuse;
    }

    /// Writes weights into the text in the place of its initialisers.
    void write(Map<String, Tensor> parameters) {
        session.state().program().ifPresent(p -> write(p.model(), parameters));
    }

    private void write(Model program, Map<String, Tensor> parameters) {
        switch (TrainedText.of(program, parameters)) {
            case TrainedText.Text(String text) -> edit.accept(text);
            case TrainedText.TooLong(long length) ->
                    refuse(Message.of("weights.long").with("length", length));
            case TrainedText.NotFinite(String name) ->
                    refuse(Message.of("weights.not.finite").with("name", name));
            case TrainedText.NotWritten(String name) ->
                    refuse(Message.of("weights.nowhere").with("name", name));
        }
    }

    private void refuse(Message why) {
        refuse.accept(Texts.of(why));
    }

    /// Remembers where a run stands.
    void keep(Run run) {
        String text = session.state().document().text();
        run.ask(Training::state).thenAccept(state -> Platform.runLater(() -> keep(text, state)));
    }

    /// The same at once, if the run answers soon.
    void keepNow(Run run) {
        try {
            keep(
                    session.state().document().text(),
                    run.ask(Training::state).get(PATIENCE, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            refuse(Message.of("weights.lost"));
        }
    }

    private void keep(String text, TrainingState state) {
        session.dispatch(new Action.KeepTrained(Trained.of(text, state)));
    }
}
