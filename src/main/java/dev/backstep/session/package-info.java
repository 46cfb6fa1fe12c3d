/// What is open, what may happen to it, and undo.
///
/// Read [dev.backstep.session.State], then [dev.backstep.session.Update]. A state is a value; an
/// [dev.backstep.session.Action] makes another one of it. How the text and its file stand to each
/// other is decided by what they hold, in [dev.backstep.session.Standing]. Undo keeps old
/// documents; commands that know how to take themselves back were rejected, since each is a chance
/// to be wrong.
@NullMarked
package dev.backstep.session;

import org.jspecify.annotations.NullMarked;
