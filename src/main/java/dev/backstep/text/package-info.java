/// What the program says, apart from the language it says it in.
///
/// Read first: [dev.backstep.text.Message], a sentence or a part of one as data, and
/// [dev.backstep.text.Bundle], which says it. A message keeps its arguments by name, and an
/// argument may be a message, so that each language puts them in its own order. The rejected
/// alternative, sentences put together where their numbers are at hand, can be read in one language
/// only.
///
/// The patterns are in four bundles: `sentences` about a run, `problems` with their ways out,
/// `manual` for the page of the language, `quiz` for questions and what is said to answers. The
/// window adds those of its own. The command line speaks English; so does
/// [dev.backstep.text.Refusal#getMessage].
@NullMarked
package dev.backstep.text;

import org.jspecify.annotations.NullMarked;
