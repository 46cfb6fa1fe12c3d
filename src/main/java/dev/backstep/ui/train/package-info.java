/// Training in the window: controls that edit the program's text, the network that learns, how well
/// it does, and the run itself.
///
/// Read [dev.backstep.ui.train.TrainDesk], which owns the run that belongs to the open document,
/// then [dev.backstep.ui.train.TrainPane]. The run is no part of the state of the session: it moves
/// millions of times a second, and undo takes back what a person did, not what a machine computed.
/// The panes look at it on their own beat. While it plays, their pictures are worked out and
/// painted in the background, which takes half of its time for that at most, so that the window
/// answers and the training goes on.
@NullMarked
package dev.backstep.ui.train;

import org.jspecify.annotations.NullMarked;
