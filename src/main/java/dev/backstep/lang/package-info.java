/// Program text to graph: grammar, positions, problems.
///
/// Read [dev.backstep.lang.Language], then [dev.backstep.lang.Expressions]. The text is cut into
/// statements before it is parsed, so that one wrong line never hides another; a grammar for the
/// whole file was rejected for that.
///
/// A `data` line is read here too, so that what is wrong in a file it names is told beside the
/// line; the file itself is read by [dev.backstep.data.DataFiles], which the caller hands in. A
/// program is read on every key: of drawn samples the four sets last used and one mini-batch are
/// kept, softly ([dev.backstep.lang.SampleCache]); nothing else outlives a reading.
@NullMarked
package dev.backstep.lang;

import org.jspecify.annotations.NullMarked;
