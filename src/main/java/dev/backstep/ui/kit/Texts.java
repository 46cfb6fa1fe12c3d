package dev.backstep.ui.kit;

import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The words of the interface, in the language of the system if the interface speaks it, else in
/// English; or in the one that was chosen.
public final class Texts {

    /// The base name of the resource bundle, with what a message needs in the place of each
    /// `{name}`.
    public static final String BUNDLE = "dev.backstep.ui.texts";

    private static final Locale SYSTEM = Locale.getDefault();

    private Texts() {}

    /// Speaks another language from now on; what is on screen already must be made anew.
    ///
    /// @param language nothing: that of the system
    public static void speak(Optional<Locale> language) {
        Locale.setDefault(language.orElse(SYSTEM));
    }

    /// All texts in the language now spoken.
    static ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                BUNDLE,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The language now spoken, for messages; their keys may be those of the interface.
    public static Bundle spoken() {
        return Bundle.in(Locale.getDefault(), BUNDLE);
    }

    /// A message in the language now spoken.
    public static String of(Message message) {
        return spoken().say(message);
    }

    /// The text of a key without placeholders.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public static String of(String key) {
        return of(Message.of(key));
    }
}
