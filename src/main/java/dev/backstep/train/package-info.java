/// Data sets, the compiled program, the training loop.
///
/// Read [dev.backstep.compile.Program], then [dev.backstep.train.Training]. A program is the graph
/// that is shown and its adjoint, laid out once as flat loops over arrays allocated once, so what
/// is stepped through is what trains. Byte code made for each program was rejected: every edit
/// would start cold again, while these loops warm up once for all.
@NullMarked
package dev.backstep.train;

import org.jspecify.annotations.NullMarked;
