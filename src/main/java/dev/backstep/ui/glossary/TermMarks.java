package dev.backstep.ui.glossary;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.layout.Box;
import dev.backstep.paint.PaintedWords;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.PaintedRegion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Marks whatever says a term in a window, and explains it: a label when it is clicked, if clicks
/// on it have no other use, and a word in a picture; anything when it is clicked with the right
/// button.
///
/// Words come and go, so the window is looked through a moment after it has changed, however often
/// it changes meanwhile.
public final class TermMarks {

    /// A name of a few words is marked as a whole; a longer text only where the pointer is.
    private static final int NAME = 34;

    /// How many milliseconds a change waits to be looked at.
    private static final long PAUSE = 400;

    private static final PseudoClass TERM = PseudoClass.getPseudoClass("term");
    private static final PseudoClass SENTENCE = PseudoClass.getPseudoClass("term-within");

    private final Scene scene;
    private final Runnable changed = this::soon;

    /// What each label said when it was last looked at.
    private final Map<Labeled, String> seen = new WeakHashMap<>();

    private boolean waiting;

    private TermMarks(Scene scene) {
        this.scene = scene;
    }

    /// Marks what this scene says from now on, as long as it is shown.
    public static void watch(Scene scene) {
        TermMarks marks = new TermMarks(scene);
        scene.addPostLayoutPulseListener(marks.changed);
        // what scrolls lets no click through to handlers of the scene
        scene.addEventFilter(MouseEvent.MOUSE_CLICKED, TermMarks::clicked);
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, TermMarks::moved);
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, marks::wanted);
    }

    private void soon() {
        if (!waiting) {
            waiting = true;
            Background.later(PAUSE, this::look);
        }
    }

    private void look() {
        waiting = false;
        if (scene.getRoot() != null) {
            SpokenWords.spoken(scene.getRoot()).forEach(this::mark);
        }
    }

    private void mark(Node node) {
        if (node instanceof Labeled labeled && !labeled.getText().equals(seen.get(labeled))) {
            seen.put(labeled, labeled.getText());
            boolean explains = !(labeled instanceof Label label) || SpokenWords.isFree(label);
            boolean term = explains && !SpokenWords.in(labeled.getText()).isEmpty();
            boolean name = !labeled.isWrapText() && labeled.getText().length() <= NAME;
            labeled.pseudoClassStateChanged(TERM, term && name);
            labeled.pseudoClassStateChanged(SENTENCE, term && !name);
        }
    }

    private static void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress()) {
            return;
        }
        if (e.getTarget() instanceof PaintedRegion picture) {
            term(picture, e)
                    .filter(_ -> e.getClickCount() == 1)
                    .ifPresent(
                            line -> {
                                Box at = line.box();
                                picture.fireEvent(
                                        new TermAsked(
                                                SpokenWords.in(line.text()),
                                                picture,
                                                new BoundingBox(
                                                        at.x(),
                                                        at.y(),
                                                        at.width(),
                                                        at.height())));
                                e.consume();
                            });
        } else {
            label(e.getTarget())
                    .filter(SpokenWords::isFree)
                    .filter(l -> e.getClickCount() == 1 || !SpokenWords.isDoubleClicked(l))
                    .ifPresent(l -> ask(l, SpokenWords.in(l.getText())));
        }
    }

    /// The pointer says where a word can be clicked, if the picture stands still.
    private static void moved(MouseEvent e) {
        if (e.getTarget() instanceof PaintedRegion picture && !picture.isLive()) {
            picture.pseudoClassStateChanged(TERM, term(picture, e).isPresent());
        }
    }

    /// The words with a term at the pointer.
    private static Optional<PaintedWords.Line> term(PaintedRegion picture, MouseEvent e) {
        Point2D at = picture.sceneToLocal(e.getSceneX(), e.getSceneY());
        return picture.lineAt(at.getX(), at.getY())
                .filter(line -> !SpokenWords.in(line.text()).isEmpty());
    }

    private static Optional<Label> label(Object target) {
        Object at = target;
        while (at instanceof Node n && !(at instanceof Label)) {
            at = n.getParent();
        }
        return at instanceof Label label ? Optional.of(label) : Optional.empty();
    }

    /// The key for a context menu asks about what has the focus.
    private void wanted(ContextMenuEvent e) {
        Object where = e.isKeyboardTrigger() ? scene.getFocusOwner() : e.getTarget();
        if (where instanceof Node n && ask(n)) {
            e.consume();
        }
    }

    /// Explains what a node says, if it says a term.
    ///
    /// @return whether it does
    public static boolean ask(Node node) {
        Optional<Node> said = SpokenWords.at(node);
        said.ifPresent(n -> ask(n, SpokenWords.terms(n)));
        return said.isPresent();
    }

    private static void ask(Node node, List<GlossaryTerm> terms) {
        if (!terms.isEmpty()) {
            node.fireEvent(new TermAsked(terms, node));
        }
    }
}
