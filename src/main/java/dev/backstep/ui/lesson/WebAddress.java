package dev.backstep.ui.lesson;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An address that a lesson may lead to: a page of the web, and nothing that could reach a file or
/// start a program. A lesson comes from strangers.
///
/// @param uri `http` or `https`, with a host in ASCII and without a user
public record WebAddress(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 2_000;

    /// Nothing for what is no such address.
    public static Optional<WebAddress> of(String text) {
        if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(WebAddress::isOfTheWeb).map(WebAddress::new);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfTheWeb(URI uri) {
        return uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    /// As it is shown, and handed to the browser: letters of other scripts are escaped, so that
    /// none looks like another.
    public String shown() {
        return uri.toASCIIString();
    }
}
