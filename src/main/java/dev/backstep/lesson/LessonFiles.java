package dev.backstep.lesson;

import dev.backstep.data.DataFiles;
import dev.backstep.text.Message;
import java.net.URI;

/// Where a lesson gets what it names beside itself. LessonText a lesson opens no file by itself:
/// whoever may read files hands it these.
public interface LessonFiles {

    /// The text of a program beside the lesson. Never throws.
    ///
    /// @param name checked by [FilesBeside]
    Found program(String name);

    /// Where a picture beside the lesson can be read from. Never throws.
    ///
    /// @param name checked by [FilesBeside]
    Found picture(String name);

    /// The samples that programs name. Files outside of the lesson's folder are refused whatever
    /// this says.
    DataFiles data();

    sealed interface Found {

        record Text(String text) implements Found {}

        /// A picture that is there.
        record Picture(URI address) implements Found {}

        /// There is no such file, or it cannot be read.
        record Refused(Message why) implements Found {}
    }

    /// For lessons that may not read files.
    LessonFiles NONE =
            new LessonFiles() {
                @Override
                public Found program(String name) {
                    return new Found.Refused(Message.of("lesson.files.none"));
                }

                @Override
                public Found picture(String name) {
                    return new Found.Refused(Message.of("lesson.files.none"));
                }

                @Override
                public DataFiles data() {
                    return DataFiles.NONE;
                }
            };
}
