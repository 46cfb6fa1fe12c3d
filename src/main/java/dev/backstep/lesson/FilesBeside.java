package dev.backstep.lesson;

import dev.backstep.data.DataFiles;
import dev.backstep.text.Message;
import java.util.Arrays;
import java.util.Optional;

/// Which names stand for files in the folder of a lesson, or in folders inside it.
final class FilesBeside {

    private static final int LONGEST = 255;

    private FilesBeside() {}

    /// Why a name is none of a file beside the lesson; nothing if it is one, on every system: no
    /// way up, no root, no drive, no address.
    static Optional<Message> refusal(String name) {
        boolean inside =
                !name.isBlank()
                        && name.length() <= LONGEST
                        && name.equals(name.strip())
                        && name.codePoints().noneMatch(FilesBeside::isForbidden)
                        && Arrays.stream(name.split("/", -1)).noneMatch(FilesBeside::leadsAway);
        return inside ? Optional.empty() : Optional.of(Message.of("lesson.outside"));
    }

    /// The same files, without those outside of the lesson's folder.
    static DataFiles only(DataFiles files) {
        return files.except(FilesBeside::refusal);
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c) || "\\:*?\"<>|~%".indexOf(c) >= 0;
    }

    private static boolean leadsAway(String part) {
        return part.isEmpty() || part.startsWith(".") || part.endsWith(".") || part.endsWith(" ");
    }
}
