package dev.backstep.session;

/// Which key strokes belong together.
final class KeystrokeGroups {

    private KeystrokeGroups() {}

    /// Whether `now` is the next letter of the word that `before` typed, or the next one that it
    /// deleted.
    static boolean goesOn(Action.Type before, Action.Type now) {
        if (before.removed() == 0 && now.removed() == 0) {
            return isKey(before.inserted())
                    && isKey(now.inserted())
                    && now.at() == before.at() + before.inserted()
                    && !beginsWord(now);
        }
        if (before.inserted() == 0 && now.inserted() == 0) {
            boolean backspace = now.at() + now.removed() == before.at();
            return isKey(before.removed())
                    && isKey(now.removed())
                    && (backspace || now.at() == before.at());
        }
        return false;
    }

    /// One key, one character, of one or two units; more is pasted.
    private static boolean isKey(int units) {
        return units == 1 || units == 2;
    }

    private static boolean beginsWord(Action.Type typed) {
        return typed.at() < typed.text().length()
                && Character.isWhitespace(typed.text().charAt(typed.at()));
    }
}
