/// What is open, what may happen to it, undo, and its files.
///
/// Read [dev.backstep.session.State], then [dev.backstep.session.Update]. A state is a value; an
/// [dev.backstep.session.Action] makes another one of it, by a pure function without a clock, a
/// thread or a file. How the text and its file stand to each other is decided by what they hold, in
/// [dev.backstep.session.Standing]. Undo therefore keeps old documents; commands that know how to
/// take themselves back were rejected, since each is a chance to be wrong. Files are written beside
/// and moved, so that what is on disk is whole at every moment.
@NullMarked
package dev.backstep.session;

import org.jspecify.annotations.NullMarked;
