/// Data sets: made up, typed in, or read from a table; splitting and shuffling. Matrices of files.
///
/// Read [dev.backstep.data.Dataset], then [dev.backstep.data.Csv]. Only
/// [dev.backstep.data.CsvFiles] and [dev.backstep.data.MatrixFiles] open files, and keep what they
/// read until a file changes. The same settings give the same samples on every run. Samples are
/// kept one after the other, not as a matrix of columns, so that drawing a mini-batch reads along.
@NullMarked
package dev.backstep.data;

import org.jspecify.annotations.NullMarked;
