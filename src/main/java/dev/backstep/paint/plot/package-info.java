/// Pictures of a training: the network with the response of every unit, the decision boundary,
/// curves, strips, histograms, the confusion matrix.
///
/// Read [dev.backstep.paint.plot.NetworkPicture], a value that says what is shown, and
/// [dev.backstep.paint.plot.NetworkPainter], which draws it on any `Graphics2D`, into any
/// rectangle, in the colours of any theme. The values hold plain numbers and words, not what
/// trains: the window, a file and a test fill them alike, and a picture can be drawn while the
/// training goes on. Charts with axes come from JFreeChart in our colours; charts of JavaFX could
/// not be exported.
@NullMarked
package dev.backstep.paint.plot;

import org.jspecify.annotations.NullMarked;
