package dev.backstep.ui;

import dev.backstep.session.Session;
import dev.backstep.ui.files.FileDesk;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.lesson.LearnPane;
import dev.backstep.ui.lesson.LessonDesk;
import dev.backstep.ui.train.TrainDesk;
import dev.backstep.ui.train.TrainPane;

/// Makes the panes that the first picture of the window does without, when they are first asked
/// for.
record ModePanes(
        Session session,
        ExplorePane explore,
        FileDesk files,
        TrainDesk training,
        LessonDesk lessons,
        Notices notices,
        Background background) {

    TrainPane train() {
        return new TrainPane(
                training,
                background,
                session::beginGesture,
                session::endGesture,
                notices.mirror(),
                files::csv,
                files.plots(),
                notices::refuse);
    }

    LearnPane learn() {
        LearnPane learn =
                new LearnPane(
                        session,
                        lessons,
                        nodes -> explore.graph().lights().light(nodes),
                        files::open,
                        explore::isAsking);
        explore.pointing().onOver(learn::light);
        return learn;
    }
}
