package dev.backstep.ui.files;

import dev.backstep.session.Disk;
import dev.backstep.session.OnDisk;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.WhenSeen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says that the file is no longer what it was, or is open elsewhere too, and offers what can be
/// done; stays until that is settled. It has a line of its own, so that it covers nothing.
final class FileBar extends HBox {

    private final Label sentence = new Label();
    private final Button reload;
    private final Button difference;
    private final Button keep;
    private final Button understood = new Button(Texts.of("file.understood"));
    private Optional<Path> known = Optional.empty();

    FileBar(FileCare care) {
        super(10);
        reload = button("file.reload", care::reload);
        difference = button("file.difference", care::compare);
        keep = button("file.keep", care::keep);
        getStyleClass().add("file-bar");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        setAccessibleRole(AccessibleRole.TEXT);
        managedProperty().bind(visibleProperty());
        List.of(reload, difference, keep, understood)
                .forEach(b -> b.managedProperty().bind(b.visibleProperty()));
        setVisible(false);
        WhenSeen.fill(this, sentence, reload, difference, keep, understood);
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(Texts.of(text));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void show(State state) {
        OnDisk disk = state.origin().disk();
        Optional<Path> file = state.origin().file();
        if (!disk.elsewhere()) {
            known = Optional.empty();
        }
        understood.setOnAction(
                _ -> {
                    known = file;
                    setVisible(false);
                });
        boolean asks = state.standing().asks();
        boolean shared = disk.elsewhere() && !known.equals(file);
        if (file.isEmpty() || !asks && !shared) {
            setVisible(false);
            return;
        }
        boolean text = asks && disk.found().orElse(null) instanceof Disk.Holds;
        reload.setVisible(text);
        difference.setVisible(text);
        keep.setVisible(asks);
        understood.setVisible(!asks);
        say(
                asks
                        ? ChangedDialog.sentence(file.get(), disk.found().orElseThrow())
                        : Texts.of(
                                Message.of("file.elsewhere")
                                        .with("file", ChangedDialog.name(file.get()))));
    }

    private void say(String words) {
        boolean news = !isVisible() || !words.equals(sentence.getText());
        sentence.setText(words);
        setVisible(true);
        if (news) {
            setAccessibleText(words);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }
}
