package dev.backstep.store;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.DataFiles;
import dev.backstep.lesson.LessonFiles;
import dev.backstep.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The files beside a lesson. A link that leads out of the folder is refused like a name that does.
///
/// @param folder the lesson's own
public record LessonFolder(Path folder) implements LessonFiles {

    /// The largest picture, in bytes.
    private static final long MAX_PICTURE = 20_000_000;

    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".gif");

    @Override
    public Found program(String name) {
        Optional<Path> file = inside(name);
        if (file.isEmpty()) {
            return new Found.Refused(Message.of("lesson.outside"));
        }
        return switch (ProgramFile.read(file.get())) {
            case ProgramFile.Read.Ok(String text, _) -> new Found.Text(text);
            case ProgramFile.Read.Refused(Message why) -> new Found.Refused(why);
        };
    }

    @Override
    public Found picture(String name) {
        Optional<Path> file = inside(name);
        if (file.isEmpty()) {
            return new Found.Refused(Message.of("lesson.outside"));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (PICTURES.stream().noneMatch(lower::endsWith)) {
            return new Found.Refused(Message.of("lesson.picture.kind"));
        }
        try {
            if (!Files.isRegularFile(file.get())) {
                return new Found.Refused(Message.of("disk.none"));
            }
            return Files.size(file.get()) > MAX_PICTURE
                    ? new Found.Refused(Message.of("lesson.picture.large"))
                    : new Found.Picture(file.get().toUri());
        } catch (IOException | SecurityException e) {
            return new Found.Refused(Message.of("disk.unreadable"));
        }
    }

    @Override
    public DataFiles data() {
        return CsvFiles.in(folder)
                .except(
                        name ->
                                inside(name).isPresent()
                                        ? Optional.empty()
                                        : Optional.of(Message.of("lesson.outside")));
    }

    /// The file of a name, unless it lies outside of the folder, through links too. A file that is
    /// not there lies where its name says.
    private Optional<Path> inside(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            Path home = folder.normalize();
            boolean named = file.startsWith(home);
            boolean real = !Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath());
            return named && real ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException | IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
