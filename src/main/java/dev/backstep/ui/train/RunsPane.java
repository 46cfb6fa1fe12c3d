package dev.backstep.ui.train;

import dev.backstep.notation.Numbers;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The runs that have ended, each with its name, how far it came, and what can be done with it.
final class RunsPane extends VBox {

    private static final Numbers NUMBERS = new Numbers(3);

    private final Comparison comparison;
    private final Consumer<String> restore;
    private final VBox rows = new VBox(6);
    private KeptRuns shown = KeptRuns.NONE;

    /// @param restore puts a text into the document
    /// @param export writes the text of a CSV file
    RunsPane(Comparison comparison, Consumer<String> restore, Consumer<String> export) {
        this.comparison = comparison;
        this.restore = restore;
        Label heading = new Label(Texts.of("compare.heading").toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button csv = new Button("CSV", Icons.of(Feather.DOWNLOAD));
        csv.getStyleClass().addAll("small", "export-runs");
        csv.setAccessibleText(Texts.of("compare.csv"));
        Tips.text(csv, "compare.csv");
        csv.setOnAction(_ -> export.accept(comparison.kept().csv()));
        HBox head = new HBox(6, heading, gap, csv);
        head.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("runs");
        setSpacing(6);
        getChildren().addAll(head, rows);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Shows what is kept now; a name that is being edited stays as it is.
    void show() {
        KeptRuns now = comparison.kept();
        if (!now.equals(shown)) {
            shown = now;
            List<VBox> all = new ArrayList<>();
            now.runs().reversed().forEach(run -> all.add(row(run)));
            rows.getChildren().setAll(all);
            setVisible(!all.isEmpty());
        }
    }

    private VBox row(KeptRun run) {
        int number = run.number();
        TextField name = new TextField(run.name());
        name.getStyleClass().add("run-name");
        name.setAccessibleText(Texts.of("compare.name"));
        Tips.on(name, () -> name.getText());
        name.setOnAction(_ -> rename(number, name));
        name.focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                rename(number, name);
                            }
                        });
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMinWidth(60);
        ToggleButton seen =
                toggle(run.hidden() ? Feather.EYE_OFF : Feather.EYE, "compare.hide", run.hidden());
        seen.setOnAction(_ -> comparison.change(number, r -> r.withHidden(!r.hidden())));
        ToggleButton pin = toggle(Feather.MAP_PIN, "compare.pin", run.pinned());
        pin.setOnAction(_ -> comparison.change(number, r -> r.withPinned(!r.pinned())));
        Button back = button(Feather.CORNER_UP_LEFT, "compare.restore");
        back.setOnAction(_ -> restore.accept(run.text()));
        Button remove = button(Feather.X, "compare.remove");
        remove.setOnAction(_ -> comparison.remove(number));
        HBox line = new HBox(2, name, seen, pin, back, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        Label figures = new Label(figures(run.figures()));
        figures.getStyleClass().add("run-figures");
        figures.setWrapText(true);
        return new VBox(1, line, figures);
    }

    /// An empty name would leave nothing to tell the run by.
    private void rename(int number, TextField name) {
        String typed = name.getText().strip();
        if (!typed.isEmpty()) {
            comparison.change(number, r -> r.withName(typed));
        }
    }

    private static ToggleButton toggle(Feather icon, String text, boolean on) {
        ToggleButton button = Icons.toggle(icon, text, "tiny", "flat", text.replace('.', '-'));
        button.setSelected(on);
        return button;
    }

    private static Button button(Feather icon, String text) {
        return Icons.button(icon, text, "tiny", "flat", text.replace('.', '-'));
    }

    /// `loss 0.124 · test 0.151 · 96.0 % · 120 epochs`
    private static String figures(KeptRun.Figures f) {
        List<Message> parts = new ArrayList<>();
        if (!Double.isNaN(f.loss())) {
            parts.add(Message.of("compare.loss").with("loss", NUMBERS.plain(f.loss())));
        }
        f.testLoss()
                .ifPresent(
                        l -> parts.add(Message.of("compare.test").with("loss", NUMBERS.plain(l))));
        f.accuracy()
                .ifPresent(
                        a ->
                                parts.add(
                                        Message.verbatim(
                                                String.format(Locale.ROOT, "%.1f %%", 100 * a))));
        parts.add(Message.of("compare.epochs").with("epochs", f.epochs()));
        return Texts.of(Message.joined("compare.dot", parts));
    }
}
