package dev.backstep.ui.files;

import dev.backstep.export.Figure;
import dev.backstep.export.Png;
import dev.backstep.paint.Theme;
import java.nio.file.Path;

/// Takes what is seen out of the window: views of a training and figures as pictures, numbers of a
/// training as tables.
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
    public void export(Figure plot, Theme now) {
        pictures.export(new Exportable.OfPlot(plot), now);
    }

    /// Asks how a figure is to look and where it goes.
    public void export(FigureOffer offer, Theme now) {
        pictures.export(new Exportable.OfOffer(offer), now);
    }

    /// Puts a figure on the clipboard, at twice the size of the screen.
    public void copy(FigureOffer offer, Theme now) {
        pictures.copy(new Exportable.OfOffer(offer), Png.Picture.of(now, 2));
    }

    /// Puts a view on the clipboard, at twice the size of the screen.
    public void copy(Figure plot, Theme now) {
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
