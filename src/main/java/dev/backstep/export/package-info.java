/// What leaves the program as a file or a stream.
///
/// Read [dev.backstep.export.JsonReport], then [dev.backstep.export.JsonTensor]. JSON is streamed: a tree of objects was
/// rejected, since a long story with its matrices would stand in memory twice.
@NullMarked
package dev.backstep.export;

import org.jspecify.annotations.NullMarked;
