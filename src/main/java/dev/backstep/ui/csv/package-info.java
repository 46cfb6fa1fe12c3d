/// A file of samples that is about to become the `data` line of the program.
///
/// Read [dev.backstep.ui.csv.CsvDialog], then [dev.backstep.ui.csv.CsvChoices]. What the dialog
/// shows is what the program will say: the preview reads the very line that is put into the text,
/// and the program with it. A reader of its own for the preview was rejected, since the two would
/// come to disagree.
@NullMarked
package dev.backstep.ui.csv;

import org.jspecify.annotations.NullMarked;
