package dev.backstep.ui;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.paint.Theme;
import dev.backstep.ui.glossary.SpokenWords;
import dev.backstep.ui.glossary.TermAsked;
import dev.backstep.ui.glossary.TermCard;
import dev.backstep.ui.glossary.TermMarks;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;

/// Explains the terms of a window where they stand, and all of them on a page.
final class TermDesk {

    private final Scene scene;
    private final Node foreground;
    private final Reference reference;

    /// @param foreground what lies below the page
    TermDesk(Scene scene, Node foreground, Reference reference) {
        this.scene = scene;
        this.foreground = foreground;
        this.reference = reference;
    }

    /// Explains from now on what is asked for.
    ///
    /// @param open opens the example of a term
    void watch(Supplier<Theme> theme, Consumer<GlossaryTerm> open) {
        TermCard card = new TermCard(theme, open, this::all);
        scene.addEventHandler(TermAsked.ASKED, card::show);
        // the second press of a double click comes too soon for the card to hide by itself
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> card.hide());
        TermMarks.watch(scene);
    }

    /// Explains what has the focus; if that says no term, shows all terms.
    void explain() {
        Node focus = scene.getFocusOwner();
        if (focus == null || !TermMarks.ask(focus)) {
            all();
        }
    }

    private void all() {
        reference.glossary(SpokenWords.seen(foreground));
    }
}
