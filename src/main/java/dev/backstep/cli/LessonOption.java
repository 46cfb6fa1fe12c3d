package dev.backstep.cli;

import dev.backstep.lesson.LessonStop;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `render` makes of a lesson: a handout of it, or the figure of one stop.
final class LessonOption {

    /// What goes with `--stop`.
    private static final Set<String> OF_STOP =
            Set.of(
                    "-o",
                    "--stop",
                    "--theme",
                    "--scale",
                    "--width",
                    "--size",
                    "--transparent",
                    "--caption");

    @Option(
            names = "--stop",
            paramLabel = "N",
            description = "Of a lesson: this stop alone, the first is 1, as one picture.")
    private @Nullable Integer stop;

    /// @throws CommandFailure if it is given, and the file is no lesson
    void refuseFor(String file) {
        if (stop != null) {
            throw new CommandFailure("--stop " + stop + ": " + file + " is no lesson (.md)");
        }
    }

    /// Writes the handout, or the stop.
    ///
    /// @param given the options that are, each by its longest name
    /// @return what is to be said of type that is too small
    /// @throws CommandFailure if something of it is wrong
    Optional<Message> write(
            String file,
            String out,
            PictureOptions look,
            List<String> given,
            Streams streams,
            FormulasAhead ahead) {
        Integer asked = stop;
        refuse(given, asked == null ? Set.of("-o") : OF_STOP);
        if (asked == null) {
            if (!out.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                throw new CommandFailure(
                        "-o "
                                + out
                                + ": a handout's name must end in .pdf; --stop N draws one stop");
            }
            OutFile pdf = OutFile.of("-o", out, file);
            LessonHandout handout = LessonHandout.read(file, streams);
            ahead.await();
            return handout.write(pdf, streams);
        }
        FigureFile figure = FigureFile.of(out, file, look, false);
        LessonHandout handout = LessonHandout.read(file, streams);
        LessonStop shown = stop(asked, handout.lesson().stops());
        ahead.await();
        return figure.write(handout.figure(shown, streams));
    }

    private static LessonStop stop(int asked, List<LessonStop> stops) {
        if (asked < 1 || asked > stops.size()) {
            throw new CommandFailure(
                    "--stop "
                            + asked
                            + ": this lesson has "
                            + PlainText.count(stops.size(), "stop", "stops")
                            + ", from 1 to "
                            + stops.size());
        }
        return stops.get(asked - 1);
    }

    private static void refuse(List<String> given, Set<String> known) {
        given.stream()
                .filter(option -> !known.contains(option))
                .findFirst()
                .ifPresent(
                        option -> {
                            throw new CommandFailure(
                                    option
                                            + (known.size() == 1
                                                    ? ": a handout is as its lesson says: give no"
                                                            + " other option than -o"
                                                    : ": a stop is as its lesson says: give no"
                                                            + " option but those of how it looks"));
                        });
    }
}
