/// The commands, and the only code that prints to the console.
///
/// Read [dev.backstep.cli.Backstep], then [dev.backstep.cli.ProgramArgument]. Commands write to the
/// streams they are given and return their exit code, so that tests run them in the same process;
/// `System.exit` and `System.out` inside a command were rejected for that reason.
@NullMarked
package dev.backstep.cli;

import org.jspecify.annotations.NullMarked;
