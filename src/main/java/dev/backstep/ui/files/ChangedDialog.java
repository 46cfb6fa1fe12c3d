package dev.backstep.ui.files;

import dev.backstep.session.Action;
import dev.backstep.session.Disk;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Fxml;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;

/// Asks what is to become of a file that is not what it was, and shows what it holds and what the
/// window holds.
final class ChangedDialog extends Dialog<ChangedDialog.Answer> {

    enum Answer {
        /// The text of the window.
        MINE,
        /// The text of the file.
        THEIRS,
        /// A file of another name.
        ELSEWHERE,
        NOTHING
    }

    private record Choice(Answer answer, String words) {}

    private ChangedDialog(
            Stage owner,
            String sentence,
            Optional<List<LineDifference.Line>> difference,
            List<Choice> choices) {
        initOwner(owner);
        setTitle("Backstep");
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        getDialogPane()
                .setContent(Fxml.load("changed.fxml", new ChangedController(sentence, difference)));
        List<ButtonType> buttons = new ArrayList<>();
        for (Choice choice : choices) {
            ButtonData kind =
                    choice.answer() == Answer.NOTHING ? ButtonData.CANCEL_CLOSE : ButtonData.OTHER;
            buttons.add(new ButtonType(choice.words(), kind));
        }
        getDialogPane().getButtonTypes().setAll(buttons);
        getDialogPane().lookupButton(buttons.getFirst()).getStyleClass().add("primary");
        buttons.forEach(b -> ((Button) getDialogPane().lookupButton(b)).setWrapText(false));
        setResultConverter(
                pressed ->
                        buttons.contains(pressed)
                                ? choices.get(buttons.indexOf(pressed)).answer()
                                : Answer.NOTHING);
    }

    /// For whoever only wants to see.
    static ChangedDialog difference(Stage owner, State state, Action.Found found) {
        List<Choice> choices = new ArrayList<>();
        if (found.disk() instanceof Disk.Holds) {
            choices.add(new Choice(Answer.THEIRS, Texts.of("file.reload")));
        }
        choices.add(new Choice(Answer.MINE, Texts.of("file.keep")));
        choices.add(new Choice(Answer.NOTHING, Texts.of("file.later")));
        return new ChangedDialog(
                owner, sentence(found.file(), found.disk()), shown(state, found.disk()), choices);
    }

    static ChangedDialog beforeSaving(Stage owner, State state, Action.Found found) {
        List<Choice> choices = new ArrayList<>();
        boolean gone = found.disk() instanceof Disk.Gone;
        choices.add(new Choice(Answer.MINE, Texts.of(gone ? "file.save.again" : "file.save.over")));
        if (found.disk() instanceof Disk.Holds) {
            choices.add(new Choice(Answer.THEIRS, Texts.of("file.reload")));
        }
        choices.add(new Choice(Answer.ELSEWHERE, Texts.of("command.save.as")));
        choices.add(new Choice(Answer.NOTHING, Texts.of("file.cancel")));
        return new ChangedDialog(
                owner, sentence(found.file(), found.disk()), shown(state, found.disk()), choices);
    }

    /// For a file that another window has open.
    static ChangedDialog ofAnotherWindow(Stage owner, State state, Path file, Disk disk) {
        return new ChangedDialog(
                owner,
                Texts.of(Message.of("file.elsewhere").with("file", name(file))),
                shown(state, disk),
                List.of(
                        new Choice(Answer.MINE, Texts.of("file.save.over")),
                        new Choice(Answer.ELSEWHERE, Texts.of("command.save.as")),
                        new Choice(Answer.NOTHING, Texts.of("file.cancel"))));
    }

    /// What has become of a file.
    static String sentence(Path file, Disk disk) {
        return switch (disk) {
            case Disk.Holds _ -> Texts.of(Message.of("file.changed").with("file", name(file)));
            case Disk.Gone _ -> Texts.of(Message.of("file.gone").with("file", name(file)));
            case Disk.Unreadable(Message why) ->
                    Texts.of(Message.of("file.unreadable").with("why", why));
        };
    }

    static String name(Path file) {
        return Objects.requireNonNullElse(file.getFileName(), file).toString();
    }

    private static Optional<List<LineDifference.Line>> shown(State state, Disk disk) {
        return disk instanceof Disk.Holds(String text, _)
                ? Optional.of(LineDifference.of(text, state.document().text()))
                : Optional.empty();
    }
}
