package dev.backstep.ui.train;

import dev.backstep.explain.MistakeWords;
import dev.backstep.graph.Mistake;
import dev.backstep.notation.Numbers;
import dev.backstep.text.Message;
import dev.backstep.train.Frame;
import dev.backstep.train.RightRun;
import dev.backstep.ui.mistake.MistakePill;
import java.util.Optional;

/// What is said of a run that is trained with a mistake.
///
/// @param what which one is on
/// @param effect what it costs, as far as the run without it is known; else what it does
record MistakeNotice(Message what, Message effect) {

    private static final Numbers DIGITS = new Numbers(3);

    static MistakeNotice of(Mistake mistake, Frame frame, Optional<RightRun> right) {
        int epoch = frame.snapshot().epoch();
        Message effect =
                right.filter(r -> epoch > 0 && r.reached() == epoch)
                        .map(
                                r ->
                                        MistakeWords.cost(
                                                epoch,
                                                frame.snapshot().epochLoss(),
                                                r.loss(),
                                                DIGITS))
                        .orElseGet(() -> MistakeWords.does(mistake));
        return new MistakeNotice(MistakeWords.on(mistake), effect);
    }

    /// Says it, or nothing.
    static void tell(Optional<MistakeNotice> notice, MistakePill pill) {
        pill.tell(notice.map(MistakeNotice::what), notice.map(MistakeNotice::effect));
    }
}
