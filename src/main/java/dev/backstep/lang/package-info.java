/// Program text to graph: grammar, positions, problems.
///
/// Read [dev.backstep.lang.Language], then [dev.backstep.lang.Expressions]. The text is cut into
/// statements before it is parsed, so that one wrong line never hides another; a grammar for the
/// whole file was rejected for that.
@NullMarked
package dev.backstep.lang;

import org.jspecify.annotations.NullMarked;
