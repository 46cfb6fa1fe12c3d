package dev.backstep.ui.lesson;

import dev.backstep.ui.kit.Texts;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// Shows where a link of a lesson leads, and opens it in the browser of the system if that is
/// wanted.
public final class LinkCard {

    private static final double WIDTH = 360;
    private static final double GAP = 4;

    private final Popup popup = new Popup();
    private Consumer<WebAddress> browser = _ -> {};

    public LinkCard() {
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /// Has addresses opened by `by`; until then nothing opens them.
    public void openBy(Consumer<WebAddress> by) {
        browser = by;
    }

    /// Asks below the target of the event.
    public void show(LinkAsked asked) {
        if (asked.getTarget() instanceof Node where) {
            Bounds at = where.localToScreen(where.getLayoutBounds());
            VBox card = card(asked.address());
            card.getStylesheets().setAll(where.getScene().getStylesheets());
            popup.getContent().setAll(card);
            popup.show(where.getScene().getWindow(), at.getMinX(), at.getMaxY() + GAP);
        }
    }

    private VBox card(WebAddress address) {
        Label told = new Label(Texts.of("lesson.link.told"));
        told.setWrapText(true);
        Label where = new Label(address.shown());
        where.setWrapText(true);
        where.getStyleClass().addAll("mono", "link-address");
        Button open = new Button(Texts.of("lesson.link.open"));
        open.getStyleClass().add("primary");
        open.setOnAction(
                _ -> {
                    popup.hide();
                    browser.accept(address);
                });
        Button leave = new Button(Texts.of("lesson.link.stay"));
        leave.setOnAction(_ -> popup.hide());
        VBox card = new VBox(10, told, where, new HBox(8, open, leave));
        card.getStyleClass().addAll("term-card", "link-card");
        card.setPrefWidth(WIDTH);
        return card;
    }
}
