package dev.backstep.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What packages of the program lay beside it, printed by commands that no help lists.
@Command(name = "for-system", hidden = true)
final class ForSystem {

    private final Streams streams;

    @Spec private CommandSpec spec = CommandSpec.create();

    ForSystem(Streams streams) {
        this.streams = streams;
    }

    /// `backstep for-system completion`.
    @Command(name = "completion", description = "Print what completes commands in bash and zsh.")
    void completion() {
        streams.out().print(ShellCompletion.of(spec.root().commandLine()));
    }

    /// `backstep for-system man`.
    @Command(name = "man", description = "Print the manual page.")
    void man() {
        streams.out().print(ManPage.of(spec.root().commandLine()));
    }
}
