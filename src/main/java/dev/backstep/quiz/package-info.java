/// Questions on a program, and what an answer shows of how it was come by.
///
/// Read [dev.backstep.quiz.QuizQuestion], then [dev.backstep.quiz.Posed]. A question names nodes
/// and holds no number: the right answer is read from the walkthrough that it is put to, so that it
/// is right after a leaf has moved, too. A wrong answer is compared with what each
/// [dev.backstep.quiz.Misconception] gives on this very graph. A list of answers with a remark for
/// each, as quizzes usually have, was rejected: it could speak of one program only.
@NullMarked
package dev.backstep.quiz;

import org.jspecify.annotations.NullMarked;
