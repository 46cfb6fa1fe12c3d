package dev.backstep.cli;

import dev.backstep.session.Folders;
import dev.backstep.session.Log;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The command line. Exit codes: 0 done; 1 a check failed, or training left the finite numbers; 2
/// the input or the options are wrong; 130 training was stopped by Ctrl-C.
@Command(
        name = "backstep",
        description = "Makes backpropagation visible.",
        version = "backstep 1.0.0",
        mixinStandardHelpOptions = true)
public final class Backstep {

    private static final int WRONG = 2;

    private Backstep() {}

    /// Runs one command on these streams and returns its exit code. Never throws.
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        Streams streams = new Streams(in, out, err);
        CommandLine line =
                new CommandLine(new Backstep())
                        .addSubcommand(new Eval(streams))
                        .addSubcommand(new Steps(streams))
                        .addSubcommand(new Check(streams))
                        .addSubcommand(new Render(streams))
                        .addSubcommand(new Train(streams))
                        .setExpandAtFiles(false)
                        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                        .setParameterExceptionHandler((e, _) -> misused(e, err))
                        .setExecutionExceptionHandler((e, _, _) -> failed(e, err));
        if (args.length == 0) {
            line.usage(err);
            return WRONG;
        }
        try {
            return line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return failed(e, err);
        } finally {
            out.flush();
        }
    }

    /// Says that there is no display for the window, and what works without one.
    public static int withoutDisplay(PrintStream err) {
        err.print(
                "backstep: there is no display for the window; try 'backstep eval FILE' or 'backstep --help'\n");
        return WRONG;
    }

    private static int misused(ParameterException e, PrintStream err) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        err.print("backstep: " + e.getMessage() + "\nTry '" + command + " --help'.\n");
        return WRONG;
    }

    private static int failed(Throwable e, PrintStream err) {
        if (e instanceof Refused refused) {
            refused.lines().forEach(l -> err.print(l + "\n"));
            return WRONG;
        }
        if (e instanceof OutOfMemoryError) {
            err.print("backstep: this program needs more memory than there is\n");
            return WRONG;
        }
        err.print("backstep: " + Log.of(Folders.here()).failure(e) + "\n");
        return WRONG;
    }
}
