/// How training moves parameters: the optimisers and their settings.
///
/// Read [dev.backstep.optim.Optimiser]. Settings are values: what an optimiser remembers from step
/// to step lies beside the parameters, so that a run can be copied and one optimiser serves many.
/// Optimisers that hold their own state were rejected: a step could then not be shown without being
/// taken.
@NullMarked
package dev.backstep.optim;

import org.jspecify.annotations.NullMarked;
