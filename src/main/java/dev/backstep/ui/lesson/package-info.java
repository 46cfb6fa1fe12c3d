/// Learning: the text of a lesson beside what it is about.
///
/// Read [dev.backstep.ui.lesson.LearnPane], then [dev.backstep.ui.lesson.LessonDesk], which reads
/// lessons and gets what their scenes need. The text is made of nodes of the window, not painted,
/// so that it can be read by a screen reader and its names can be pointed at; a web view was
/// rejected, since a lesson comes from strangers and a browser runs what it is given.
@NullMarked
package dev.backstep.ui.lesson;

import org.jspecify.annotations.NullMarked;
