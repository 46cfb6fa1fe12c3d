/// What the program says, apart from the language it says it in.
///
/// Read first: [dev.backstep.text.Message], a sentence or a part of one as data, and
/// [dev.backstep.text.Bundle], which says it. A message keeps its arguments by name, and an
/// argument may be a message, so that each language puts them in its own order. The rejected
/// alternative, sentences put together where their numbers are at hand, can be read in one language
/// only.
@NullMarked
package dev.backstep.text;

import org.jspecify.annotations.NullMarked;
