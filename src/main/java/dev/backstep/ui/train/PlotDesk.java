package dev.backstep.ui.train;

import dev.backstep.export.TrainingPlot;
import dev.backstep.paint.Theme;
import dev.backstep.ui.files.PlotFiles;

/// Shows views of the run large, and takes them out of the window as they look in it.
final class PlotDesk implements PlotActions {

    private final PlotOverlay overlay;
    private final PlotFiles files;
    private Theme theme = Theme.LIGHT;

    PlotDesk(PlotOverlay overlay, PlotFiles files) {
        this.overlay = overlay;
        this.files = files;
    }

    /// @param now the theme of the window
    void show(Theme now) {
        theme = now;
    }

    @Override
    public void enlarge(PlotPanel panel) {
        overlay.open(panel);
    }

    @Override
    public void export(TrainingPlot plot) {
        files.export(plot, theme);
    }

    @Override
    public void copy(TrainingPlot plot) {
        files.copy(plot, theme);
    }
}
