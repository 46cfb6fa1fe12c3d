package dev.backstep.cli;

import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What completes commands in bash and zsh: the script that picocli makes, with the words that an
/// option takes, and names of files wherever there is nothing else to propose.
final class ShellCompletion {

    /// The words of options that take one of a few.
    static final Map<String, List<String>> WORDS =
            Map.of(
                    "--detail", List.of("layers", "statements", "operations", "scalars"),
                    "--theme", List.of("light", "dark", "contrast", "print"),
                    "--to", List.of("latex", "tikz", "dot", "markdown", "json", "pytorch"),
                    "--view",
                            List.of(
                                    "graph",
                                    "step",
                                    "present",
                                    "jacobian",
                                    "table",
                                    "network",
                                    "boundary",
                                    "loss",
                                    "gradients"));

    /// By this line picocli's script takes away names of files, which `complete -o default` asks
    /// for.
    private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n";

    /// A script that a shell reads is not one that a system starts.
    private static final String STARTS = "#!/usr/bin/env bash\n";

    private ShellCompletion() {}

    /// The script. From here on the command proposes words, so it is of no other use.
    static String of(CommandLine root) {
        root.getSubcommands().values().forEach(command -> propose(command.getCommandSpec()));
        return AutoComplete.bash("backstep", root).replace(STARTS, "").replace(NO_FILES, "");
    }

    private static void propose(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            List<String> words = WORDS.get(option.longestName());
            if (words != null) {
                command.remove(option);
                command.addOption(OptionSpec.builder(option).completionCandidates(words).build());
            }
        }
    }
}
