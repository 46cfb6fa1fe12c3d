/// Program text to graph: grammar, positions, problems.
///
/// Read [dev.backstep.lang.Language], then [dev.backstep.lang.Expressions]. The text is cut into
/// statements before it is parsed, so that one wrong line never hides another; a grammar for the
/// whole file was rejected for that.
///
/// A `data` line is read here too, and a file it names is opened while the program is read, so that
/// what is wrong in it is told beside the line. A program is read on every key: of samples the four
/// sets last used and one mini-batch are kept, softly ([dev.backstep.lang.Samples]), a file's until
/// its size or time changes; nothing else outlives a reading.
///
/// The package may import `train`: a program says how it is trained, so that its meaning includes
/// the samples, the schedule, and for every size of a batch a network. `train` knows nothing of
/// texts.
@NullMarked
package dev.backstep.lang;

import org.jspecify.annotations.NullMarked;
