package dev.backstep.ui.csv;

import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Fxml;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Asks what is to be learnt from which columns of a file, and puts it into the program.
public final class CsvDialog extends Dialog<String> {

    private static final double WIDTH = 920;
    private static final double HEIGHT = 640;

    private final ButtonType take = new ButtonType(Texts.of("table.take"), ButtonData.OK_DONE);
    private final CsvController controls;

    private CsvDialog(Stage owner, CsvTarget target, Background background) {
        controls = new CsvController(target, background);
        initOwner(owner);
        setTitle(Texts.of("table.title"));
        setResizable(true);
        getDialogPane().setPrefSize(WIDTH, HEIGHT);
        getDialogPane().getStyleClass().add("wide");
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        getDialogPane().setContent(Fxml.load("csv.fxml", controls));
        getDialogPane().getButtonTypes().setAll(take, ButtonType.CANCEL);
        getDialogPane().lookupButton(take).getStyleClass().add("primary");
        getDialogPane().lookupButton(take).disableProperty().bind(controls.refused());
        setResultConverter(this::program);
    }

    private @Nullable String program(ButtonType button) {
        return button == take ? controls.program().orElse(null) : null;
    }

    /// Asks about a file, and has the program learn from it: in its own text, as one step for undo,
    /// or as a new program if samples do not fit into it.
    public static void open(Stage owner, Session session, Background background, Path file) {
        CsvTarget target = CsvTarget.of(file, session.state());
        new CsvDialog(owner, target, background)
                .showAndWait()
                .ifPresent(program -> put(session, target, program));
    }

    private static void put(Session session, CsvTarget target, String program) {
        if (target.isNew()) {
            String name = String.valueOf(target.file().getFileName());
            session.dispatch(new Action.Copy(name.replaceFirst("\\.[^.]*$", ""), program));
            return;
        }
        String before = session.state().document().text();
        if (!program.equals(before)) {
            session.beginGesture();
            session.dispatch(Action.Type.of(before, program));
            session.endGesture();
        }
    }
}
