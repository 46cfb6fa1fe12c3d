package dev.backstep.cli;

import dev.backstep.export.StepHandout;
import dev.backstep.export.StepHandout.SheetGrid;
import dev.backstep.export.StepSeries;
import dev.backstep.graph.Detail;
import dev.backstep.layout.Size;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--n-up`: all steps of a program as a handout, several a sheet.
final class NUpOption {

    private static final Pattern GRID = Pattern.compile("([1-6])x([1-8])");

    @Option(
            names = "--n-up",
            paramLabel = "COLSxROWS",
            description =
                    "All steps in one PDF on sheets of A4, so many side by side and below each other, such"
                            + " as 2x4; each with its number, its sentence below.")
    private @Nullable String grid;

    boolean isGiven() {
        return grid != null;
    }

    /// @throws CommandFailure if it is no grid
    private SheetGrid grid() {
        String asked = grid == null ? "" : grid;
        Matcher sides = GRID.matcher(asked);
        if (!sides.matches()) {
            throw new CommandFailure(
                    "--n-up "
                            + ProgramArgument.shown(asked)
                            + ": how many steps a sheet has is two numbers such as 2x4, at most 6x8");
        }
        return new SheetGrid(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    }

    /// @param all whether all steps of the graph are asked for
    /// @throws CommandFailure if the grid is none, or other options do not go with it
    void check(PictureOptions look, boolean all) {
        grid();
        if (!all || look.isSized() || look.isTransparent() || look.hasLegend()) {
            throw new CommandFailure(
                    "--n-up: a handout has all steps of the graph on A4: give no --view, --step,"
                            + " --width, --scale, --size, --transparent or --legend");
        }
        look.theme(Theme.PRINT);
    }

    /// @throws CommandFailure if it cannot be written
    OutFile file(String out, String program) {
        if (!out.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw new CommandFailure(
                    "-o " + ProgramArgument.shown(out) + ": a handout's name must end in .pdf");
        }
        return OutFile.of("-o", out, program);
    }

    /// Writes the handout at the finest level whose type can be read, if no other is asked for.
    ///
    /// @param program the name of its file
    /// @return what is to be said of type that is too small
    /// @throws CommandFailure if there are too many steps, or it cannot be written
    Optional<Message> write(
            Evaluated run,
            DetailOption detail,
            PictureOptions look,
            String program,
            OutFile file,
            Streams streams) {
        SheetGrid places = grid();
        Size room = StepHandout.room(places);
        Arranged drawn =
                detail.isGiven()
                        ? Arranged.at(Detail.Level.OPERATIONS, detail, run, room)
                        : Arranged.legible(detail, run, room, a -> fits(a, room));
        Walkthrough w = drawn.w();
        StepSeries.refusal(w, drawn.arrangement())
                .ifPresent(
                        why -> {
                            throw file.refused(why);
                        });
        StepDiagrams steps = drawn.steps();
        String title = look.caption(TrainingPicture.title(program));
        StepHandout handout =
                new StepHandout(steps, w, look.theme(Theme.PRINT), Bundle.ENGLISH, title, places);
        FollowedExport.run(
                streams, file.said(), course -> file.write(to -> handout.write(course, to)));
        return handout.warning();
    }

    private static boolean fits(Arranged drawn, Size room) {
        Size taken = drawn.arrangement().bounds().size();
        return taken.width() <= room.width() && taken.height() <= room.height();
    }
}
