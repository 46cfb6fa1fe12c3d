package dev.backstep.ui.lesson;

import dev.backstep.session.LessonProgress;
import dev.backstep.session.LessonSource;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The lessons that there are, to begin one or to go on with it.
final class LessonsPane extends VBox {

    private final LessonDesk desk;
    private final Runnable openFile;
    private final VBox cards = new VBox(10);
    private Optional<List<LessonCard>> bundled = Optional.empty();
    private Map<String, LessonProgress> shown = Map.of();
    private boolean asked;
    private boolean arriving;

    /// @param openFile asks for a file
    LessonsPane(LessonDesk desk, Runnable openFile) {
        this.desk = desk;
        this.openFile = openFile;
        getStyleClass().add("lessons");
        Label title = new Label(Texts.of("lessons"));
        title.getStyleClass().add("lesson-title");
        Label hint = new Label(Texts.of("lessons.hint"));
        hint.getStyleClass().add("hint");
        hint.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button file = new Button(Texts.of("lessons.file"), Icons.of(Feather.FOLDER));
        file.setOnAction(_ -> openFile.run());
        getChildren().setAll(title, hint, scroll, file);
        sceneProperty().addListener((_, _, now) -> arrive(now != null));
    }

    void show(State state) {
        if (!asked) {
            asked = true;
            desk.list(
                    read -> {
                        bundled = Optional.of(read);
                        fill(shown);
                    });
        }
        Map<String, LessonProgress> progress = state.desk().lessons();
        if (!progress.equals(shown)) {
            fill(progress);
        }
    }

    /// Whoever comes to the list chooses from it: its first lesson gets the focus.
    private void arrive(boolean shown) {
        arriving = shown;
        if (shown && !cards.getChildren().isEmpty()) {
            Platform.runLater(this::focusFirst); // when the window has its own focus in place
        }
    }

    private void focusFirst() {
        if (arriving && getScene() != null && !cards.getChildren().isEmpty()) {
            arriving = false;
            cards.getChildren().getFirst().requestFocus();
        }
    }

    /// First those that come with the program, then files opened before, the newest first.
    private void fill(Map<String, LessonProgress> progress) {
        shown = progress;
        List<LessonCard> known = bundled.orElse(List.of());
        Consumer<LessonSource> open = desk::open;
        Stream<Node> own =
                List.copyOf(progress.entrySet()).reversed().stream()
                        .flatMap(e -> file(e.getKey(), e.getValue(), open).stream());
        cards.getChildren()
                .setAll(
                        Stream.concat(known.stream().map(c -> card(c, progress, open)), own)
                                .toList());
        Platform.runLater(this::focusFirst);
    }

    private static Optional<Node> file(
            String id, LessonProgress progress, Consumer<LessonSource> open) {
        return LessonSource.of(id)
                .filter(LessonSource.InFile.class::isInstance)
                .map(
                        source ->
                                card(
                                        source.name(),
                                        "",
                                        Texts.of(
                                                Message.of("lesson.left")
                                                        .with("stop", progress.stop() + 1L)
                                                        .with("stops", progress.titles().size())),
                                        () -> open.accept(source)));
    }

    private static Node card(
            LessonCard card, Map<String, LessonProgress> all, Consumer<LessonSource> open) {
        LessonProgress progress = all.get(card.source().id());
        long stops = card.stops().size();
        String standing =
                progress == null
                        ? Texts.of(Message.of("lesson.stops").with("stops", stops))
                        : Texts.of(
                                Message.of("lesson.solved")
                                        .with("stop", progress.stop() + 1L)
                                        .with("stops", stops)
                                        .with("solved", card.solved(progress)));
        return card(card.title(), card.about(), standing, () -> open.accept(card.source()));
    }

    private static Node card(String title, String about, String standing, Runnable open) {
        Label name = new Label(title);
        name.getStyleClass().add("lesson-card-title");
        name.setWrapText(true);
        Label first = new Label(about);
        first.getStyleClass().add("hint");
        first.setManaged(!about.isEmpty());
        Label second = new Label(standing);
        second.getStyleClass().addAll("muted", "lesson-standing");
        return Pressable.of(
                new VBox(5, name, first, second), title + ". " + standing, "lesson-card", open);
    }
}
