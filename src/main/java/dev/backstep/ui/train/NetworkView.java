package dev.backstep.ui.train;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.FlowPainter;
import dev.backstep.paint.plot.NetworkGeometry;
import dev.backstep.paint.plot.NetworkPainter;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.paint.plot.NetworkPicture.Emphasis;
import dev.backstep.paint.plot.NetworkPicture.Part;
import dev.backstep.ui.kit.LivePictures;
import dev.backstep.ui.kit.PaintedRegion;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The network that learns: painted anew with each frame, lit where the pointer is.
final class NetworkView extends StackPane {

    private final PaintedRegion region = new PaintedRegion();
    private final Consumer<Optional<Part>> pointed;
    private Runnable doubleClick = () -> {};
    private @Nullable NetworkPicture picture;
    private @Nullable NetworkGeometry places;
    private Theme theme = Theme.LIGHT;
    private Emphasis emphasis = Emphasis.NONE;
    private OptionalDouble flow = OptionalDouble.empty();

    /// @param pointed told what the pointer is over, when that changes
    /// @param clicked told what was clicked
    NetworkView(Consumer<Optional<Part>> pointed, BiConsumer<Part, MouseEvent> clicked) {
        this.pointed = pointed;
        setMinSize(120, 120);
        getStyleClass().add("network");
        getChildren().add(region);
        setOnMouseMoved(e -> point(at(e)));
        setOnMouseExited(_ -> point(Optional.empty()));
        setOnMouseClicked(
                e -> at(e).ifPresentOrElse(part -> clicked.accept(part, e), () -> beside(e)));
        widthProperty().addListener((_, _, _) -> place());
        heightProperty().addListener((_, _, _) -> place());
    }

    void show(NetworkPicture now, Theme colours) {
        picture = now;
        theme = colours;
        place();
    }

    /// Has it painted by `pictures` while they are live.
    void paintedBy(LivePictures pictures) {
        region.paintedBy(pictures);
    }

    /// @param does what a double click beside all parts does
    void onDoubleClick(Runnable does) {
        doubleClick = does;
    }

    private void beside(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            doubleClick.run();
        }
    }

    /// Where all of it lies, as far as it was shown.
    Optional<NetworkGeometry> places() {
        return Optional.ofNullable(places);
    }

    Optional<NetworkPicture> picture() {
        return Optional.ofNullable(picture);
    }

    /// Points out a part until another one is selected.
    void select(Optional<Part> part) {
        emphasis = new Emphasis(emphasis.hovered(), part);
        paint();
    }

    /// Shows a batch on its way, from 0 to 1; or none.
    void flow(OptionalDouble moment) {
        if (!moment.equals(flow)) {
            flow = moment;
            paint();
        }
    }

    private void place() {
        if (picture != null && getWidth() > 1 && getHeight() > 1) {
            places = NetworkGeometry.of(picture, new Box(0, 0, getWidth(), getHeight()));
            paint();
        }
    }

    private void paint() {
        NetworkPicture now = picture;
        NetworkGeometry where = places;
        if (now != null && where != null) {
            Emphasis lit = emphasis;
            OptionalDouble moving = flow;
            region.show(
                    (g, _, _) -> {
                        NetworkPainter.paint(g, theme, now, where, lit);
                        if (moving.isPresent()) {
                            int layers = now.layers().size();
                            FlowPainter.paint(g, theme, where, layers, moving.getAsDouble());
                        }
                    });
        }
    }

    private Optional<Part> at(MouseEvent e) {
        return Optional.ofNullable(places).flatMap(p -> p.at(new Point(e.getX(), e.getY())));
    }

    private void point(Optional<Part> part) {
        setCursor(part.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        if (!part.equals(emphasis.hovered())) {
            emphasis = new Emphasis(part, emphasis.selected());
            pointed.accept(part);
            paint();
        }
    }
}
