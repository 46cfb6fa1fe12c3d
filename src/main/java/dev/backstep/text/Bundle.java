package dev.backstep.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A language in which messages are said; English where the bundle has no other for a locale.
///
/// In a pattern `{x}` stands for the argument `x`, and `{n|# row|# rows}` for the first form if the
/// argument `n` is said as `1`, else for the second; in both `#` stands for the argument.
public final class Bundle {

    /// The base names of the resource bundles; a key is in one of them.
    private static final List<String> BUNDLES =
            List.of(
                    "dev.backstep.text.sentences",
                    "dev.backstep.text.problems",
                    "dev.backstep.text.manual",
                    "dev.backstep.text.glossary",
                    "dev.backstep.text.quiz");

    private record BundleKey(Locale locale, List<String> more) {}

    /// Kept: the window says very many messages.
    private static final Map<BundleKey, Bundle> SPOKEN = new ConcurrentHashMap<>();

    /// What the command line speaks, whatever the system does.
    public static final Bundle ENGLISH = in(Locale.ENGLISH);

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{(\\w+)(?:\\|([^|{}]*)\\|([^|{}]*))?}");

    private final List<ResourceBundle> bundles;

    private Bundle(List<ResourceBundle> bundles) {
        this.bundles = bundles;
    }

    /// @param more base names of bundles that have other keys
    public static Bundle in(Locale locale, String... more) {
        return SPOKEN.computeIfAbsent(new BundleKey(locale, List.of(more)), Bundle::of);
    }

    private static Bundle of(BundleKey language) {
        return new Bundle(
                Stream.concat(BUNDLES.stream(), language.more().stream())
                        .map(name -> bundle(name, language.locale()))
                        .toList());
    }

    /// English is at the root: a bundle of its own would be looked for in every jar.
    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name,
                locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private String pattern(String key) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElse(bundles.getFirst())
                .getString(key);
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
                            .matcher(pattern(key))
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
        String said = say(argument);
        if (found.group(2) == null) {
            return said;
        }
        return (said.equals("1") ? found.group(2) : found.group(3)).replace("#", said);
    }
}
