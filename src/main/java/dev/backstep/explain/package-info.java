/// A step in words and in TeX.
///
/// Read [dev.backstep.explain.Explanation], then [dev.backstep.explain.Sentences]. Explanations are
/// computed when they are asked for and never stored, so that going back is exact. Formulas are TeX
/// in strings; a tree of formula nodes was rejected, since nothing here transforms them. What each
/// op is in words and in formulas stands in exhaustive switches, as its rules do.
@NullMarked
package dev.backstep.explain;

import org.jspecify.annotations.NullMarked;
