package dev.backstep.ui;

import dev.backstep.data.DataFiles;
import dev.backstep.lesson.LessonFiles;
import dev.backstep.session.LessonSource;
import dev.backstep.text.Message;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.Locale;

/// A lesson that comes with the program, in every language that it is written in.
///
/// @param name without its language and ending, as `lecture-3`
public record SampleLesson(String name) {

    private static final String ENDING = ".md";
    private static final String CHINESE = ".zh.md";

    /// All of them, in the order of their names.
    public static List<SampleLesson> all() {
        return SampleProgram.names().stream()
                .filter(file -> file.endsWith(ENDING) && !file.endsWith(CHINESE))
                .map(file -> new SampleLesson(file.substring(0, file.length() - ENDING.length())))
                .toList();
    }

    /// `lecture 3`
    String title() {
        return name.replace('-', ' ');
    }

    public LessonSource source() {
        return new LessonSource.Bundled(name);
    }

    /// Whether there is such a lesson: a session may name one of a later version.
    public boolean exists() {
        return SampleProgram.address(name + ENDING) != null;
    }

    /// Its text in a language, or in English where there is none in that.
    public String text(Locale language) {
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        String file = name + (chinese ? CHINESE : ENDING);
        return SampleProgram.text(SampleProgram.address(file) == null ? name + ENDING : file);
    }

    /// The programs and pictures that come with the program; there are no tables among them.
    public static final LessonFiles FILES =
            new LessonFiles() {
                @Override
                public Found program(String file) {
                    return SampleProgram.address(file) == null
                            ? new Found.Refused(Message.of("disk.none"))
                            : new Found.Text(SampleProgram.text(file));
                }

                @Override
                public Found picture(String file) {
                    URL address = SampleProgram.address(file);
                    try {
                        return address == null
                                ? new Found.Refused(Message.of("disk.none"))
                                : new Found.Picture(address.toURI());
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                public DataFiles data() {
                    return DataFiles.NONE;
                }
            };
}
