package dev.backstep.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What tells a text from any other: its SHA-256.
///
/// @param hex 64 hexadecimal digits
public record Fingerprint(String hex) {

    /// Of a text with plain line ends: a file that only ends its lines otherwise holds the same.
    public static Fingerprint of(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /// A fingerprint that was written down; nothing if this is none.
    public static Optional<Fingerprint> parse(String hex) {
        return hex.matches("[0-9a-f]{64}") ? Optional.of(new Fingerprint(hex)) : Optional.empty();
    }
}
