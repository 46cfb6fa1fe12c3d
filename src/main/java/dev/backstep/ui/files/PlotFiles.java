package dev.backstep.ui.files;

import dev.backstep.export.Png;
import dev.backstep.export.TrainingPlot;
import dev.backstep.paint.Theme;
import java.nio.file.Path;

/// Takes what is seen of a training out of the window: views as pictures, figures as tables.
public final class PlotFiles {

    private final FileWriting writing;
    private final Choosers choosers;
    private final Pictures pictures;

    PlotFiles(FileWriting writing, Choosers choosers, Pictures pictures) {
        this.writing = writing;
        this.choosers = choosers;
        this.pictures = pictures;
    }

    /// Asks how a view is to look and where it goes.
    ///
    /// @param now the theme of the window
    public void export(TrainingPlot plot, Theme now) {
        pictures.export(new Exportable.OfPlot(plot), now);
    }

    /// Puts a view on the clipboard, at twice the size of the screen.
    public void copy(TrainingPlot plot, Theme now) {
        pictures.copy(new Exportable.OfPlot(plot), Png.Picture.of(now, 2));
    }

    /// Asks where a table goes, and writes it there.
    public void csv(String table) {
        choosers.csv().ifPresent(file -> csv(table, file));
    }

    /// Writes a table in the background and tells how it went.
    public void csv(String table, Path file) {
        writing.text(table, file);
    }
}
