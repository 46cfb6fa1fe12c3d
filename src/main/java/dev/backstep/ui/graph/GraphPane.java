package dev.backstep.ui.graph;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Point;
import dev.backstep.layout.Route;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Enlarged;
import dev.backstep.ui.kit.Pixels;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The graph: painted anew whenever it changes, zoomed and panned by its [Viewport].
public final class GraphPane extends Region {

    private final Pixels pixels = new Pixels();
    private final GraphArrangement places;
    private final OpeningDetail opening;
    private final StepPictures pictures = new StepPictures();
    private Painter painter = Painter.onScreen(Theme.LIGHT);
    private @Nullable ThemedState screen;
    private @Nullable Diagram diagram;
    private @Nullable Drag drag;
    private @Nullable Tag pointed;
    private final StepMotion slide = new StepMotion(this::repaint);
    private final FoldMotion folding = new FoldMotion(this::repaint);
    private final Sight sight = new Sight();
    private final Lights lights = new Lights();
    private Optional<Covers> covers = Optional.empty();
    private @Nullable Size filled;
    private boolean stale;

    /// The picture alone, which is seen before the controls that stand over it are made.
    public GraphPane(Consumer<Action> dispatch, Background background) {
        this.places = new GraphArrangement(FormulaPainter::measure, background, this::refresh);
        this.opening = new OpeningDetail(FormulaPainter::measure, background, places, dispatch);
        getStyleClass().add("graph");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(120, 120);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(pixels.view(), lights);
    }

    /// Makes the rest of it, once: what stands over the picture, and what the mouse does there.
    public void complete(Consumer<Action> dispatch) {
        Covers made = new Covers(this, dispatch);
        covers = Optional.of(made);
        getChildren().addAll(made.all());
        Optional.ofNullable(screen).ifPresent(this::show);
    }

    public void show(ThemedState now) {
        if (screen != null && screen.state().origin().opening() != now.state().origin().opening()) {
            sight.opened();
        } else if (screen != null && filled != null && screen.enlarged() != now.enlarged()) {
            Size room = filled;
            arrangement().ifPresent(a -> sight.enlarged(room, a.bounds()));
        }
        boolean moved = screen != null && now.motion() && StepMotion.isNextStep(screen, now);
        slide.end();
        folding.end();
        screen = now;
        covers.ifPresent(c -> c.numbers().show(now));
        refresh();
        if (moved) {
            slide.begin();
        }
    }

    /// Shows all of the graph, and goes on doing so until the user zooms or pans; where all is
    /// shown already, follows the steps again at a size that can be read.
    public void fit() {
        sight.fit();
        refresh();
    }

    public void zoom(double factor) {
        view(viewport().zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /// How large the graph is shown: pixels a unit of its picture.
    public double scale() {
        return viewport().scale();
    }

    /// What is shown, for hit tests and for the export of what is seen.
    public Optional<Diagram> diagram() {
        return Optional.ofNullable(diagram);
    }

    /// The arrangement of the program on screen, once it is laid out.
    public Optional<Arrangement> arrangement() {
        return Optional.ofNullable(screen)
                .flatMap(s -> s.walkthrough().flatMap(w -> arrangement(s, w)));
    }

    /// Nothing while it is laid out, or while what to draw is being chosen.
    private Optional<Arrangement> arrangement(ThemedState now, Walkthrough w) {
        return opening.isPending(now, room())
                ? Optional.empty()
                : places.of(w, now.state().view().arrangement(), pins(now), room());
    }

    /// Whether cards are on their way.
    boolean isMoving() {
        return !folding.isOver();
    }

    private Size room() {
        return new Size(Math.max(1, getWidth()), Math.max(1, getHeight()));
    }

    private Map<Integer, Point> pins(ThemedState now) {
        return drag == null ? now.state().pins() : drag.added(now.state().pins());
    }

    /// The cards that are pointed at, here or elsewhere.
    public Lights lights() {
        return lights;
    }

    /// Brings a card into sight.
    public void reveal(int node) {
        diagram()
                .flatMap(d -> d.card(node))
                .ifPresent(
                        card -> {
                            Viewport to = viewport().revealing(card.box(), getWidth(), getHeight());
                            if (!to.equals(viewport())) {
                                view(to);
                            }
                        });
    }

    /// The card to go to by a key from the selected one, or from the one the step is about.
    public OptionalInt neighbour(CardWalk.Way way) {
        if (screen == null || diagram == null || screen.walkthrough().isEmpty()) {
            return OptionalInt.empty();
        }
        Walkthrough w = screen.walkthrough().get();
        int from = screen.state().view().selected().orElse(w.step(screen.step()).node());
        return CardWalk.of(diagram, from, way, w.drawn());
    }

    /// Zooms to a card.
    void zoomTo(int node) {
        diagram()
                .flatMap(d -> d.card(node))
                .map(card -> card.box().grown(120))
                .ifPresent(b -> view(Viewport.fit(b, getWidth(), getHeight(), Framing.LARGE)));
    }

    /// Shows all of the graph small in a corner only where that covers no card.
    public void coverNothing() {
        sight.coverNothing();
    }

    Viewport viewport() {
        return sight.viewport();
    }

    void view(Viewport to) {
        sight.own(to);
        repaint();
    }

    /// Shows a card on its way, or where it has come to; nothing else moves meanwhile.
    void dragging(@Nullable Drag to) {
        drag = to;
        sight.own();
        refresh();
    }

    /// Shows where the wires behind a tag lead while the pointer is on it.
    void point(Optional<Tag> at) {
        if (!at.equals(Optional.ofNullable(pointed))) {
            pointed = at.orElse(null);
            repaint();
        }
    }

    Optional<ThemedState> screen() {
        return Optional.ofNullable(screen);
    }

    /// Paints once a frame, however many steps were taken meanwhile.
    @Override
    protected void layoutChildren() {
        if (!stale || !new Size(getWidth(), getHeight()).equals(filled)) {
            fill();
        }
        covers.ifPresent(c -> c.numbers().place());
        paint();
    }

    private void refresh() {
        fill();
        repaint();
    }

    private void repaint() {
        stale = true;
        setNeedsLayout(true);
    }

    /// Finds what there is to paint.
    private void fill() {
        if (screen == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        filled = new Size(getWidth(), getHeight());
        ThemedState now = screen;
        now.walkthrough().ifPresentOrElse(w -> picture(now, w), () -> diagram = null);
        showWhetherWorking(now);
    }

    private void picture(ThemedState now, Walkthrough w) {
        Arrangement all = arrangement(now, w).orElse(null);
        if (all == null) {
            return;
        }
        diagram = pictures.at(now, w, all);
        if (drag == null) {
            Viewport was = viewport();
            sight.show(diagram, all.bounds(), now.step(), w.graph(), room());
            folding.follow(now, all, diagram, sight, was, room());
        }
        setAccessibleRoleDescription(
                Texts.of(Message.of("graph.accessible").with("n", diagram.cards().size())));
    }

    /// Says so while a program is read or laid out in the background; until then the last picture
    /// stays.
    private void showWhetherWorking(ThemedState now) {
        boolean laidOut = now.walkthrough().isEmpty() || arrangement().isPresent();
        boolean unread = now.state().unread();
        covers.ifPresent(c -> c.working().show(unread, laidOut, places.failure()));
    }

    /// There while not all of the graph is in sight.
    Optional<Minimap> minimap() {
        return arrangement().flatMap(a -> sight.minimap(a.bounds(), room()));
    }

    private void paint() {
        stale = false;
        ThemedState now = screen;
        boolean awaited = diagram == null && covers.isEmpty();
        if (now == null || awaited || getScene() == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double scale = Enlarged.pixels(this);
        Viewport v = folding.at(viewport());
        if (painter.theme() != now.theme()) {
            painter = Painter.onScreen(now.theme());
        }
        Box visible = v.visible(getWidth(), getHeight());
        Diagram shown = diagram == null ? null : folding.at(diagram);
        Optional<Minimap> map = minimap();
        lights.place(shown, v);
        List<Route> leads = Leads.of(arrangement(), now.state().view().selected(), pointed);
        pixels.paint(
                getWidth(),
                getHeight(),
                scale,
                new Pixels.PaintTransform(v.x(), v.y(), v.scale()),
                g -> {
                    painter.paper(g, visible);
                    if (shown != null) {
                        leads.forEach(way -> painter.between(g, way, visible));
                        painter.diagram(g, shown, visible, slide.reveal(now, shown));
                        slide.tokens(now, shown)
                                .forEach(t -> painter.token(g, t.at(), t.text(), t.ink()));
                        map.ifPresent(m -> painter.map(g, shown, m.areaIn(v), m.all(), visible));
                    }
                });
    }
}
