/// The commands.
@org.jspecify.annotations.NullMarked
package dev.backstep.cli;
