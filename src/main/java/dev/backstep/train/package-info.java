/// The training loop, its run in the background, and what can be seen of it.
///
/// Read [dev.backstep.train.Training], then [dev.backstep.train.Run], which plays one on a thread
/// of its own: it takes commands and publishes a [dev.backstep.train.Frame]. What a network does
/// between the samples is for a [dev.backstep.train.Predictor], on whatever thread asks. A training
/// belongs to one thread and allocates nothing in its loop; whoever looks at it gets copies. The
/// order of an epoch depends on the seed and the epoch alone, so that any batch can be done again.
/// A random generator kept along the run was rejected: going back would have meant storing its
/// state.
@NullMarked
package dev.backstep.train;

import org.jspecify.annotations.NullMarked;
