package dev.backstep.ui.lesson;

import javafx.event.Event;
import javafx.event.EventType;

/// Somebody wants to follow a link into the web; the target of the event is where it stands.
public final class LinkAsked extends Event {

    public static final EventType<LinkAsked> ASKED = new EventType<>(Event.ANY, "LINK_ASKED");

    private static final long serialVersionUID = 1;

    private final transient WebAddress address;

    LinkAsked(WebAddress address) {
        super(ASKED);
        this.address = address;
    }

    WebAddress address() {
        return address;
    }
}
