/// Files: programs, the session, claims, saving.
///
/// Read [dev.backstep.store.ProgramFile], then [dev.backstep.store.SessionFile]. A file is written
/// beside the old one and then moved, so that what is on disk is whole at every moment; whether the
/// file or the window holds the newer text is decided by what they hold, never by clocks.
@NullMarked
package dev.backstep.store;

import org.jspecify.annotations.NullMarked;
