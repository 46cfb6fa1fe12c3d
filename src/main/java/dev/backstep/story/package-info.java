/// The steps of a program and the facts of each: what is known when a step has been taken, what
/// each edge contributes, the paths, Jacobians, the check against finite differences, and where NaN
/// begins.
///
/// Read [dev.backstep.story.Walkthrough], then [dev.backstep.story.Progress]. Everything that is
/// shown is a function of (walkthrough, step): facts are computed when they are asked for and never
/// stored, so that going back is exact. A list of events that views replay was rejected for that
/// reason.
@NullMarked
package dev.backstep.story;

import org.jspecify.annotations.NullMarked;
