/// The glossary in the window: terms in texts that can be clicked, and the card that explains one.
///
/// Read [dev.backstep.ui.glossary.TermLinks], then [dev.backstep.ui.glossary.TermCard]. A term that
/// is clicked sends an event up through the window, which shows the card: so any text can have
/// terms in it without being handed who explains them.
@NullMarked
package dev.backstep.ui.glossary;

import org.jspecify.annotations.NullMarked;
