/// A step in words and in TeX.
///
/// Read [dev.backstep.explain.Explanation], then [dev.backstep.explain.Sentences]. Explanations are
/// computed when they are asked for and never stored, so that going back is exact. What an op
/// computes is in words and in formulas an exhaustive switch, as its rules are. The formula of its
/// local gradient is written nowhere: [dev.backstep.explain.LocalFormula] reads it from the nodes
/// that compute the number, simplifies it as one would by hand and prints it, so that formula and
/// number cannot disagree. A table of formulas beside the rules was rejected, since nothing keeps
/// the two alike.
@NullMarked
package dev.backstep.explain;

import org.jspecify.annotations.NullMarked;
