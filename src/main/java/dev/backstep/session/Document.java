package dev.backstep.session;

import dev.backstep.layout.Point;
import java.util.HashMap;
import java.util.Map;

/// What undo brings back: the program text, and where cards were put by hand.
///
/// @param pins by what the card's node is called in [NodeKeys], behind `organic:` where it was put
///   in that arrangement; a pin whose node is gone waits for it to return
public record Document(String text, Map<String, Point> pins) {

    /// More are not taken.
    public static final int MAX_PINS = 10_000;

    public Document {
        pins = Map.copyOf(pins);
    }

    public static Document of(String text) {
        return new Document(text, Map.of());
    }

    public Document withText(String changed) {
        return new Document(changed, pins);
    }

    public Document withoutPins() {
        return new Document(text, Map.of());
    }

    public Document withPin(String key, Point at) {
        if (pins.size() >= MAX_PINS && !pins.containsKey(key)) {
            return this;
        }
        Map<String, Point> changed = new HashMap<>(pins);
        changed.put(key, at);
        return new Document(text, changed);
    }

    public Document withoutPin(String key) {
        Map<String, Point> changed = new HashMap<>(pins);
        changed.remove(key);
        return new Document(text, changed);
    }
}
