package dev.backstep.ui.files;

import dev.backstep.export.Figure;
import java.util.function.DoubleFunction;

/// A figure that can be taken out of the window.
///
/// @param name what the export dialog calls it
/// @param front whether it is what the user looks at, so that the dialog chooses it at first
/// @param laidOut for a width
public record FigureOffer(String name, boolean front, DoubleFunction<Figure> laidOut) {}
