/// The glossary: what each term of the field means, with a formula and a small program, and where
/// terms stand in a text.
///
/// Read [dev.backstep.glossary.GlossaryTerm], then [dev.backstep.glossary.Glossary]. The words are
/// those of a bundle, so that each language has its own; a term in a text is found by looking, not
/// by markup, so that every sentence of the program and every lesson has its terms explained
/// without its author's doing anything for it.
@NullMarked
package dev.backstep.glossary;

import org.jspecify.annotations.NullMarked;
