package dev.backstep.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Views below each other, kept from one step to the next: what they show changes, they stay. To
/// build a view and to give it its style takes the window ten times as long as to fill it. Those
/// not needed are hidden.
final class ReusedViews<V extends Node> extends VBox {

    private final List<V> views = new ArrayList<>();
    private final Supplier<V> make;

    ReusedViews(double spacing, Supplier<V> make) {
        super(spacing);
        this.make = make;
    }

    /// Shows each item in a view of its own.
    <T> void show(List<T> items, BiConsumer<V, T> fill) {
        while (views.size() < items.size()) {
            V view = make.get();
            views.add(view);
            getChildren().add(view);
        }
        for (int i = 0; i < views.size(); i++) {
            wanted(views.get(i), i < items.size());
            if (i < items.size()) {
                fill.accept(views.get(i), items.get(i));
            }
        }
        wanted(this, !items.isEmpty());
    }

    /// Shows a view, or hides it so that it takes no room.
    static void wanted(Node view, boolean wanted) {
        view.setVisible(wanted);
        view.setManaged(wanted);
    }
}
