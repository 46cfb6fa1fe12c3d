package dev.backstep.ui.glossary;

import dev.backstep.glossary.Term;
import javafx.event.Event;
import javafx.event.EventType;

/// Somebody wants a term explained; the target of the event is where it stands.
public final class TermAsked extends Event {

    public static final EventType<TermAsked> ASKED = new EventType<>(Event.ANY, "TERM_ASKED");

    private static final long serialVersionUID = 1;

    private final Term term;

    public TermAsked(Term term) {
        super(ASKED);
        this.term = term;
    }

    public Term term() {
        return term;
    }
}
