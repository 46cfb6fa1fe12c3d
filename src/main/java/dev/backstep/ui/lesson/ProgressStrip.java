package dev.backstep.ui.lesson;

import dev.backstep.lesson.LessonStop;
import dev.backstep.session.LessonProgress;
import dev.backstep.session.OpenLesson;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A piece for each stop of a lesson: solved, visited, the one where one is. A click goes there.
final class ProgressStrip extends HBox {

    private static final PseudoClass SOLVED = PseudoClass.getPseudoClass("solved");
    private static final PseudoClass VISITED = PseudoClass.getPseudoClass("visited");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final IntConsumer go;
    private List<LessonStop> stops = List.of();

    ProgressStrip(IntConsumer go) {
        this.go = go;
        getStyleClass().add("strip");
    }

    @SuppressWarnings("ReferenceEquality") // a lesson read again is another object
    void show(OpenLesson lesson) {
        if (lesson.lesson().stops() != stops) {
            stops = lesson.lesson().stops();
            setSpacing(stops.size() > 40 ? 1 : 4);
            getChildren().setAll(IntStream.range(0, stops.size()).mapToObj(this::piece).toList());
        }
        LessonProgress progress = lesson.progress();
        for (int i = 0; i < stops.size(); i++) {
            Region piece = (Region) getChildren().get(i);
            piece.pseudoClassStateChanged(CURRENT, i == progress.stop());
            piece.pseudoClassStateChanged(SOLVED, progress.isSolved(i, stops.get(i)));
            piece.pseudoClassStateChanged(VISITED, progress.visited().contains(i));
        }
    }

    /// Higher than it looks, so that it can be hit.
    private Region piece(int stop) {
        HBox piece = new HBox();
        Region bar = new Region();
        bar.setMinHeight(4); // however long the text below is
        bar.getStyleClass().add("piece-bar");
        HBox.setHgrow(bar, Priority.ALWAYS);
        piece.getChildren().add(bar);
        piece.getStyleClass().add("piece");
        piece.setMinWidth(1);
        HBox.setHgrow(piece, Priority.ALWAYS);
        piece.setPrefWidth(10);
        piece.setMaxWidth(Double.MAX_VALUE);
        piece.setOnMouseClicked(_ -> go.accept(stop));
        Tips.on(piece, () -> stops.get(stop).title());
        return piece;
    }
}
