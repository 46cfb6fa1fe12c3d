package dev.backstep.ui.files;

import dev.backstep.export.ExportCourse;
import dev.backstep.export.Gif;
import dev.backstep.export.PictureFormat;
import dev.backstep.export.Png.Picture;
import dev.backstep.export.StepSeries;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.StepDiagrams;
import dev.backstep.notation.Numbers;
import dev.backstep.session.State;
import dev.backstep.store.AtomicWrite;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/// Writes all steps as pictures or as an animation: the graph as it stands on screen.
public final class FilmFiles {

    private final WholeWalk walk;
    private final Notices notices;
    private final LongExports exports;
    private final Choosers choosers;

    FilmFiles(WholeWalk walk, Notices notices, LongExports exports, Choosers choosers) {
        this.walk = walk;
        this.notices = notices;
        this.exports = exports;
        this.choosers = choosers;
    }

    /// Asks where all steps go, and writes them there.
    void save(Picture picture) {
        walk.refusal("film.hidden", "film.refused", StepSeries::refusal)
                .map(Texts::of)
                .ifPresentOrElse(
                        notices::refuse,
                        () -> choosers.film().ifPresent(file -> replace(picture, file)));
    }

    /// Writes all steps, unless pictures that are there already are to stay. Whether an animation
    /// may be replaced was asked where its name was chosen.
    void replace(Picture picture, Path file) {
        if (Gif.isNamed(file.toString()) || choosers.mayReplace(files(file))) {
            write(picture, file);
        }
    }

    private List<Path> files(Path file) {
        int steps = walk.program().walkthrough().size();
        String name = Objects.requireNonNull(file.getFileName()).toString();
        return StepSeries.names(name, steps).stream().map(file::resolveSibling).toList();
    }

    /// Writes all steps in the background and tells how it went.
    ///
    /// @param file an animation, or the name that pictures are numbered by
    public void write(Picture picture, Path file) {
        State state = walk.state();
        Walkthrough w = walk.program().walkthrough();
        Arrangement now = walk.arrangement();
        DiagramOptions look =
                new DiagramOptions(
                        new Numbers(state.view().preferences().digits()),
                        OptionalInt.empty(),
                        Set.of(),
                        DiagramOptions.PLAIN.problems(),
                        Texts.spoken());
        List<Path> files = Gif.isNamed(file.toString()) ? List.of(file) : files(file);
        exports.run(
                file,
                w.size(),
                course -> write(new StepDiagrams(w, now, look), picture, files, course));
    }

    private static void write(
            StepDiagrams steps, Picture picture, List<Path> files, ExportCourse course)
            throws IOException {
        Path first = files.getFirst();
        if (Gif.isNamed(first.toString())) {
            AtomicWrite.write(first, to -> Gif.write(steps, picture, course, to));
            return;
        }
        PictureFormat format = PictureFormat.of(first.toString()).orElse(PictureFormat.PNG);
        StepSeries series = new StepSeries(format, steps, picture, course);
        AtomicWrite.writeAll(files, series::write);
    }
}
