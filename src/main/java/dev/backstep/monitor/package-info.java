/// A run as pictures: from what [dev.backstep.train] publishes of a training to the values that
/// [dev.backstep.paint.plot] draws.
///
/// Read [dev.backstep.monitor.Monitor]. The window and the command line use the same functions, so
/// a file shows what the window showed. The rejected alternative, pictures that know the classes of
/// the training, would have tied the drawing code to the loop.
@NullMarked
package dev.backstep.monitor;

import org.jspecify.annotations.NullMarked;
