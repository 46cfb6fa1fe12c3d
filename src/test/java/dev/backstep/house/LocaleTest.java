package dev.backstep.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Digits do not depend on where the program runs: in some languages `%d` and `%f` write others
/// than 0 to 9, which neither a file name nor a program can have.
class LocaleTest {

    /// A statement up to what formats it by the language of the system.
    private static final Pattern BY_SYSTEM =
            Pattern.compile(
                    "\"[^\"\\n]*%[-+,0-9.]*[dfeg][^\"\\n]*\"[^;{}\"]*\\.formatted\\("
                            + "|\"d\"\\)\\s*\\.formatted\\("
                            + "|String\\.format\\(\\s*\"");

    @Test
    void numbers_are_written_alike_in_every_language() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : SourceFile.below(SourceFile.MAIN)) {
            Matcher found = BY_SYSTEM.matcher(Files.readString(file));
            while (found.find()) {
                wrong.add(file + ": " + found.group());
            }
        }
        assertEquals(List.of(), wrong);
    }
}
