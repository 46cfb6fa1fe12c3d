/// How names and numbers are written: what a node is called on screen, in words and in TeX, and a
/// number to some digits.
///
/// Read [dev.backstep.notation.Labels], then [dev.backstep.notation.Numbers]. Facts, sentences and
/// pictures all need it, so it stands below them; left among the sentences, it would have made the
/// facts of a step import their words.
@NullMarked
package dev.backstep.notation;

import org.jspecify.annotations.NullMarked;
