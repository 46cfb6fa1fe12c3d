package dev.backstep.ui.glossary;

import dev.backstep.glossary.GlossaryTerm;
import javafx.event.Event;
import javafx.event.EventType;

/// Somebody wants a term explained; the target of the event is where it stands.
public final class TermAsked extends Event {

    public static final EventType<TermAsked> ASKED = new EventType<>(Event.ANY, "TERM_ASKED");

    private static final long serialVersionUID = 1;

    private final GlossaryTerm term;

    public TermAsked(GlossaryTerm term) {
        super(ASKED);
        this.term = term;
    }

    public GlossaryTerm term() {
        return term;
    }
}
