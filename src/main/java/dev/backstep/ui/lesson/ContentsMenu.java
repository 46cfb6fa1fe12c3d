package dev.backstep.ui.lesson;

import dev.backstep.lesson.LessonStop;
import dev.backstep.session.LessonProgress;
import dev.backstep.session.OpenLesson;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The stops of a lesson: where one stood, and what is solved.
final class ContentsMenu extends ContextMenu {

    /// @param leave leads to the list of lessons
    /// @param forget forgets what was answered
    ContentsMenu(OpenLesson lesson, IntConsumer go, Runnable leave, Runnable forget) {
        getStyleClass().add("contents");
        List<MenuItem> items = new ArrayList<>();
        List<LessonStop> stops = lesson.lesson().stops();
        for (int i = 0; i < stops.size(); i++) {
            int stop = i;
            MenuItem item = new MenuItem(i + 1 + "   " + stops.get(i).title());
            item.setMnemonicParsing(false);
            item.setGraphic(mark(lesson.progress(), i, stops.get(i)));
            item.setOnAction(_ -> go.accept(stop));
            if (i == lesson.stop()) {
                item.getStyleClass().add("current");
            }
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(item("lesson.forget", forget));
        items.add(item("lesson.all", leave));
        getItems().setAll(items);
    }

    private static MenuItem item(String text, Runnable run) {
        MenuItem item = new MenuItem(Texts.of(text));
        item.setOnAction(_ -> run.run());
        return item;
    }

    private static Node mark(LessonProgress progress, int at, LessonStop stop) {
        boolean solved = progress.isSolved(at, stop);
        boolean here = at == progress.stop();
        boolean visited = progress.visited().contains(at);
        FontIcon mark =
                Icons.of(
                        solved
                                ? Feather.CHECK
                                : here
                                        ? Feather.ARROW_RIGHT
                                        : visited ? Feather.MINUS : Feather.CIRCLE);
        mark.getStyleClass().add(solved ? "solved" : here ? "here" : "to-come");
        mark.setAccessibleText(
                Texts.of(
                        Message.of(
                                solved ? "stop.solved" : visited ? "stop.visited" : "stop.new")));
        return mark;
    }
}
