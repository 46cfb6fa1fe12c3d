package dev.backstep.ui.kit;

import dev.backstep.text.Message;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The words of the interface, in the language of the system if the interface speaks it, else in
/// English; or in the one that was chosen.
public final class Texts {

    /// The base name of the resource bundle.
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

    /// The language now spoken, for messages.
    public static dev.backstep.text.Texts spoken() {
        return dev.backstep.text.Texts.in(Locale.getDefault());
    }

    /// A message in the language now spoken.
    public static String of(Message message) {
        return spoken().say(message);
    }

    /// The text of a key; `{0}`, `{1}`, … stand for the values given.
    ///
    /// @throws java.util.MissingResourceException where there is no such key
    public static String of(String key, Object... values) {
        String text = bundle().getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }
}
