/// Lessons: a Markdown file becomes stops, each with its text, its program, the scene it is shown
/// in, and its questions.
///
/// Read first: [dev.backstep.lesson.Lesson], and [dev.backstep.lesson.LessonStop]. A lesson is read
/// whole and at once: every program in it is parsed, every name in it looked up, so that whatever
/// is wrong is told with its place when the file is opened, not in the middle of a lecture. The
/// rejected alternative, reading each stop when one comes to it, would show a lecturer the mistakes
/// of stop 12 at stop 12.
///
/// A lesson comes from strangers. Nothing in it is run but programs of this language; it names
/// files beside itself only; its HTML is no markup.
@NullMarked
package dev.backstep.lesson;

import org.jspecify.annotations.NullMarked;
