/// Graph and adjoint to a flat program.
///
/// Read [dev.backstep.compile.Program], then [dev.backstep.compile.Lowering]. A program is the
/// graph that is shown and its adjoint, laid out once as loops over arrays allocated once, so what
/// is stepped through is what trains. Byte code made for each program was rejected: every edit
/// would start cold again, while these loops warm up once for all. Only a small program that runs
/// on and on has its loops compiled once more, each for its own shapes, see
/// [dev.backstep.compile.OwnLoops].
@NullMarked
package dev.backstep.compile;

import org.jspecify.annotations.NullMarked;
