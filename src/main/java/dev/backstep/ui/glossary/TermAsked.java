package dev.backstep.ui.glossary;

import dev.backstep.glossary.GlossaryTerm;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/// Somebody wants what stands somewhere explained.
public final class TermAsked extends Event {

    public static final EventType<TermAsked> ASKED = new EventType<>(Event.ANY, "TERM_ASKED");

    private static final long serialVersionUID = 1;

    private final transient List<GlossaryTerm> terms;
    private final transient Node where;
    private final transient Bounds at;

    /// @param terms at least one; it is explained first
    public TermAsked(List<GlossaryTerm> terms, Node where) {
        this(terms, where, where.getLayoutBounds());
    }

    /// @param at the part of `where` that says them, in its own units
    public TermAsked(List<GlossaryTerm> terms, Node where, Bounds at) {
        super(ASKED);
        this.terms = List.copyOf(terms);
        this.where = where;
        this.at = at;
    }

    public List<GlossaryTerm> terms() {
        return terms;
    }

    public Node where() {
        return where;
    }

    public Bounds at() {
        return at;
    }
}
