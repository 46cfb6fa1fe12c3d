/// What leaves the program as a file or a stream.
///
/// Read [dev.backstep.export.PictureFormat], then [dev.backstep.export.JsonReport]. A picture is
/// drawn anew at its resolution: scaling up what the window shows was rejected, since it would
/// blur. JSON is streamed: a tree of objects was rejected, since a long story with its matrices
/// would stand in memory twice. Everything goes to a stream; that a file is never half is the
/// business of whoever opens it.
@NullMarked
package dev.backstep.export;

import org.jspecify.annotations.NullMarked;
