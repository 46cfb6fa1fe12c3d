package dev.backstep.ui.calculus;

import dev.backstep.session.ShownProgram;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.files.FigureOffer;
import dev.backstep.ui.files.PlotFiles;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import dev.backstep.ui.kit.WhenSeen;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The mathematics of the program at hand, large, over graph and inspector. Its numbers follow the
/// program; they are those of the right backward pass, whatever mistake is on.
public final class CalculusSheet extends BorderPane {

    private static final double PADDING = 24;

    private final Background background;
    private final JacobianPane jacobian;
    private final Map<Topic, ToggleButton> tabs = new EnumMap<>(Topic.class);
    private final VBox body = new VBox();
    private final ScrollPane scroll = new ScrollPane(body);
    private final Runnable closed;
    private Optional<PathsPane> paths = Optional.empty();
    private Optional<ModesPane> modes = Optional.empty();
    private Topic topic = Topic.JACOBIAN;
    private Optional<ThemedState> screen = Optional.empty();

    /// @param pick lets the user choose two nodes in the graph
    /// @param closed gets the focus back
    public CalculusSheet(Background background, Runnable pick, Runnable closed) {
        this.background = background;
        this.closed = closed;
        this.jacobian = new JacobianPane(background, pick);
        getStyleClass().add("calculus-sheet");
        body.getStyleClass().add("sheet-body");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("sheet-scroll");
        scroll.setAccessibleText(Texts.of("sheet.title"));
        HBox head = head();
        setVisible(false);
        managedProperty().bind(visibleProperty());
        WhenSeen.first(
                this,
                () -> {
                    setTop(head);
                    setCenter(scroll);
                });
        widthProperty().addListener((_, _, _) -> fill());
    }

    private HBox head() {
        Label title = new Label(Texts.of("sheet.title"));
        title.getStyleClass().add("reference-title");
        HBox choice = new HBox();
        choice.getStyleClass().add("segmented");
        for (Topic each : Topic.values()) {
            ToggleButton tab = new ToggleButton(Texts.of("sheet." + each.word()));
            Tips.text(tab, "sheet." + each.word() + ".tip");
            tab.setOnAction(_ -> open(each));
            tabs.put(each, tab);
            choice.getChildren().add(tab);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, "sheet.close", "ghost", "icon-only");
        close.setOnAction(_ -> close());
        HBox head = new HBox(16, title, choice, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("sheet-head");
        return head;
    }

    /// Opens it with this topic.
    public void open(Topic about) {
        boolean before = isVisible();
        if (topic != about) {
            scroll.setVvalue(0);
        }
        topic = about;
        tabs.forEach((each, tab) -> tab.setSelected(each == about));
        setVisible(true);
        if (!before && getParent() != null) {
            applyCss();
            getParent().layout(); // how wide it is decides how it is filled
        }
        fill();
        ToggleButton tab = tabs.get(about);
        if (!before && tab != null) {
            tab.requestFocus();
        }
    }

    /// Opens it with the Jacobian of two nodes, told in either order.
    public void open(int first, int second) {
        program().ifPresent(p -> jacobian.ask(p, first, second));
        open(Topic.JACOBIAN);
    }

    /// Takes what is shown out of the window.
    public void outTo(PlotFiles files) {
        jacobian.outTo(files);
    }

    /// What is shown, as a figure.
    public Optional<FigureOffer> figure() {
        return isVisible() && body.getChildren().contains(jacobian)
                ? jacobian.offer()
                : Optional.empty();
    }

    /// Closes it, if it is open.
    public void close() {
        if (isVisible()) {
            setVisible(false);
            closed.run();
        }
    }

    public void show(ThemedState now) {
        Optional<ThemedState> before = screen;
        screen = Optional.of(now);
        if (isVisible() && !before.filter(b -> looksLike(b, now)).isPresent()) {
            fill();
        }
    }

    /// Comparing all numbers would take longer than filling in.
    @SuppressWarnings("ReferenceEquality")
    private static boolean looksLike(ThemedState a, ThemedState b) {
        return a.walkthrough().orElse(null) == b.walkthrough().orElse(null)
                && a.step() == b.step()
                && a.theme() == b.theme()
                && a.numbers().equals(b.numbers());
    }

    private Optional<ShownProgram> program() {
        return screen.flatMap(s -> s.state().good());
    }

    private void fill() {
        if (!isVisible() || getWidth() < 80) {
            return;
        }
        Optional<ShownProgram> program = program();
        if (program.isEmpty()) {
            body.getChildren().setAll(SheetTexts.hint(Texts.of("inspector.none")));
            return;
        }
        Walkthrough told = program.get().walkthrough();
        if (!told.hidden().isNothing()) {
            body.getChildren().setAll(SheetTexts.hint(Texts.of("quiz.hidden.block")));
            return;
        }
        ThemedState now = screen.orElseThrow();
        ShownSheet shown =
                new ShownSheet(
                        told.rightly(),
                        now.step(),
                        now.numbers(),
                        now.theme(),
                        getWidth() - 2 * PADDING - 16);
        body.getChildren().setAll(part(program.get(), shown));
        if (told.mistaken().isPresent()) {
            body.getChildren().addFirst(SheetTexts.badge(Texts.of("sheet.mistake"), "bad"));
        }
    }

    private Node part(ShownProgram program, ShownSheet shown) {
        return switch (topic) {
            case JACOBIAN -> {
                jacobian.show(program, shown);
                yield jacobian;
            }
            case PATHS -> {
                PathsPane pane = paths.orElseGet(() -> new PathsPane(background, program, shown));
                paths = Optional.of(pane);
                pane.show(program, shown);
                yield pane;
            }
            case MODES -> {
                ModesPane pane = modes.orElseGet(() -> new ModesPane(program, shown));
                modes = Optional.of(pane);
                pane.show(program, shown);
                yield pane;
            }
            case KEPT -> new KeptPane(shown);
        };
    }
}
