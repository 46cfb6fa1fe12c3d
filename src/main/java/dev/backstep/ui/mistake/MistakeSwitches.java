package dev.backstep.ui.mistake;

import dev.backstep.explain.MistakeWords;
import dev.backstep.graph.Mistake;
import dev.backstep.lang.Model;
import dev.backstep.session.Action;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.ui.kit.Texts;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A switch for each mistake, with its name and what it does. One can be on at a time; each edits
/// the program.
public final class MistakeSwitches extends VBox {

    private final Map<Mistake, MistakeSwitch> switches = new EnumMap<>(Mistake.class);
    private final Consumer<Action> dispatch;
    private boolean showing;

    /// @param dispatch takes what a switch asks for
    public MistakeSwitches(Consumer<Action> dispatch) {
        this.dispatch = dispatch;
        Label heading = new Label(Texts.of("mistake.heading").toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        GridPane rows = new GridPane();
        rows.getStyleClass().add("mistake-rows");
        rows.setHgap(10);
        rows.setVgap(9);
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(narrow, narrow, wide);
        for (Mistake mistake : Mistake.values()) {
            row(rows, mistake);
        }
        getStyleClass().add("mistakes");
        setSpacing(10);
        getChildren().addAll(heading, rows);
    }

    private void row(GridPane rows, Mistake mistake) {
        String name = Texts.of(MistakeWords.name(mistake));
        String does = Texts.of(MistakeWords.does(mistake));
        MistakeSwitch toggle = new MistakeSwitch(name + ": " + does);
        toggle.setId("mistake-" + mistake.word());
        toggle.selectedProperty().addListener((_, _, on) -> turned(mistake, on));
        Label called = new Label(name);
        called.getStyleClass().add("mistake-name");
        called.setMinWidth(USE_PREF_SIZE);
        Label what = new Label(does);
        what.getStyleClass().add("mistake-does");
        what.setWrapText(true);
        for (Label label : new Label[] {called, what}) {
            label.setOnMouseClicked(_ -> toggle.turn());
        }
        switches.put(mistake, toggle);
        rows.addRow(mistake.ordinal(), toggle, called, what);
        rows.getChildren().forEach(c -> GridPane.setValignment(c, VPos.CENTER));
    }

    private void turned(Mistake mistake, boolean on) {
        if (!showing) {
            dispatch.accept(new Action.SetMistake(on ? Optional.of(mistake) : Optional.empty()));
        }
    }

    /// Shows which one is on in the program.
    public void show(State state) {
        Optional<Mistake> now = of(state);
        showing = true;
        switches.forEach((mistake, toggle) -> toggle.setSelected(now.equals(Optional.of(mistake))));
        showing = false;
    }

    /// The mistake that a program on screen is computed with.
    public static Optional<Mistake> of(State state) {
        return state.good().map(ShownProgram::model).flatMap(Model::mistake);
    }
}
