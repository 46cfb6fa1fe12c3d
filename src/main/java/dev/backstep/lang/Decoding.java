package dev.backstep.lang;

import dev.backstep.text.Message;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// The characters of a program file, or why its bytes are none.
public sealed interface Decoding {

    /// A text.
    ///
    /// @param text without a byte order mark
    record Ok(String text) implements Decoding {}

    /// No text.
    ///
    /// @param before the characters up to what is wrong
    record Refused(Problem problem, String before) implements Decoding {}

    /// What a file may begin with that is no part of its text.
    String MARK = "\uFEFF";

    /// Decodes UTF-8, strictly.
    static Decoding of(byte[] bytes) {
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            Span at = new Span(text.length(), text.length());
            return new Refused(
                    new Problem(at, Message.of("problem.utf8"), Message.of("hint.utf8")), text);
        }
        return new Ok(text.startsWith(MARK) ? text.substring(1) : text);
    }
}
