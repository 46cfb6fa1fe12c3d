package dev.backstep.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the interface, in the language of the system where there is one, else in English.
public final class Texts {

    /// The base name of the resource bundle.
    static final String BUNDLE = "dev.backstep.ui.texts";

    private Texts() {}

    /// The text of a key; `{0}`, `{1}`, … stand for the values given.
    ///
    /// @throws java.util.MissingResourceException where there is no such key
    public static String of(String key, Object... values) {
        String text = ResourceBundle.getBundle(BUNDLE).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }
}
