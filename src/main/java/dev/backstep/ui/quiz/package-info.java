/// Questions in the window: the card of one, and the panel that asks them of any program.
///
/// Read [dev.backstep.ui.quiz.QuestionCard], then [dev.backstep.ui.quiz.QuizDesk]. A card knows no
/// session: it is given a question and says what became of it, so that a lesson hosts the same card
/// as the quiz. What is hidden is a matter of whoever puts the question, since it is hidden in all
/// panes at once.
@NullMarked
package dev.backstep.ui.quiz;

import org.jspecify.annotations.NullMarked;
