package dev.backstep.ui.settings;

import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.ui.kit.Fxml;
import dev.backstep.ui.kit.Texts;
import javafx.application.Platform;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Stage;

/// The settings in a window of their own, beside which one goes on working.
public final class SettingsDialog {

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Session session;
    private final Runnable unsubscribe;
    private SettingsController controls;
    private LanguageChoice language;

    private SettingsDialog(Stage owner, Session session) {
        this.session = session;
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        language = session.state().view().preferences().language();
        controls = fill();
        unsubscribe = session.subscribe(this::show);
        dialog.setOnHidden(_ -> unsubscribe());
        dialog.show();
    }

    /// Opens the settings over `owner`.
    public static void open(Stage owner, Session session) {
        new SettingsDialog(owner, session);
    }

    private void unsubscribe() {
        unsubscribe.run();
    }

    private void show(State state) {
        if (state.view().preferences().language() != language) {
            language = state.view().preferences().language();
            Platform.runLater(this::speak);
        }
        Stage owner = (Stage) dialog.getOwner();
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        controls.show(state);
    }

    /// Says all anew, once the window speaks the language that was chosen.
    private void speak() {
        controls = fill();
        controls.show(session.state());
    }

    private SettingsController fill() {
        var made = new SettingsController(session::dispatch, session::state);
        dialog.setTitle(Texts.of("settings.title"));
        dialog.getDialogPane().setContent(Fxml.load("settings.fxml", made));
        return made;
    }
}
