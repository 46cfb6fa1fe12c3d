package dev.backstep.text;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A language in which messages are said; English where the bundle has no other for a locale.
public final class Bundle {

    /// The base name of the resource bundle.
    public static final String BUNDLE = "dev.backstep.text.sentences";

    /// What the command line speaks, whatever the system does.
    public static final Bundle ENGLISH = in(Locale.ENGLISH);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle bundle;

    private Bundle(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Bundle in(Locale locale) {
        return new Bundle(
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /// The words of a message.
    ///
    /// @throws java.util.MissingResourceException if the bundle lacks its key
    /// @throws IllegalArgumentException if its pattern has a placeholder without an argument
    public String say(Message message) {
        return switch (message) {
            case Message.Verbatim(String text) -> text;
            case Message.Pattern(String key, Map<String, Message> arguments) ->
                    PLACEHOLDER
                            .matcher(bundle.getString(key))
                            .replaceAll(
                                    found ->
                                            Matcher.quoteReplacement(
                                                    argument(key, arguments, found)));
        };
    }

    private String argument(String key, Map<String, Message> arguments, MatchResult found) {
        Message argument = arguments.get(found.group(1));
        if (argument == null) {
            throw new IllegalArgumentException(key + " lacks " + found.group());
        }
        return say(argument);
    }
}
