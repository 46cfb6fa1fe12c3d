package dev.backstep;

import dev.backstep.cli.Eval;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Where the program starts.
@Command(name = "backstep", mixinStandardHelpOptions = true, version = "1.0.0", subcommands = Eval.class)
public final class Main {

    public static void main(String[] args) {
        String[] given = args.length == 0 ? new String[] {"eval", "samples/04-x2-plus-2xy.bs"} : args;
        System.exit(new CommandLine(new Main()).execute(given));
    }
}
