package dev.backstep.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a link of a lesson may lead.
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org:8080/a/b?c=d#e",
                "HTTPS://example.org/x%20y"
            })
    void a_page_of_the_web(String address) {
        assertEquals(Optional.of(address), WebAddress.of(address).map(WebAddress::shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org",
                "file:///etc/passwd",
                "ftp://example.org",
                "javascript:alert(1)",
                "mailto:a@example.org",
                "data:text/html,x",
                "vscode://open",
                "http:",
                "http:///x",
                "https:example.org",
                "https://user@example.org/",
                "https://bank.example@evil.example/",
                "https://ex ample.org",
                "https://example.org/\u0007",
                "https://example.org/\n--help",
                "https://ехample.org/", // Cyrillic е and х
                " https://example.org"
            })
    void anything_else_is_none(String address) {
        assertEquals(Optional.empty(), WebAddress.of(address));
    }

    @Test
    void a_very_long_address_is_none() {
        assertEquals(Optional.empty(), WebAddress.of("https://example.org/" + "a".repeat(2_000)));
    }

    /// `é` is two bytes of UTF-8, C3 A9.
    @Test
    void letters_of_other_scripts_are_escaped() {
        assertEquals(
                Optional.of("https://example.org/caf%C3%A9"),
                WebAddress.of("https://example.org/café").map(WebAddress::shown));
    }
}
